-- What is told of an interview is kept as what it is, and no longer as a sentence: it can be reworded, and said in another language.
-- Words that are nobody's but the sender's, or that no version of ours knows, stay as they came.

-- AlterTable
ALTER TABLE "interviews" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en';

-- AlterTable
ALTER TABLE "session_events" ADD COLUMN     "say" TEXT,
ALTER COLUMN "message" DROP NOT NULL;

-- What an event says, for reports: the sentences of lib/words/en/events.ts (a test compares them).
CREATE FUNCTION session_event_words(code TEXT, say TEXT, data JSONB, message TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(message, CASE concat_ws(':', code, say)
    WHEN 'session_started' THEN 'The interview session started.'
    WHEN 'session_resumed' THEN 'The candidate came back to the interview.'
    WHEN 'session_claimed' THEN CASE WHEN data->>'epoch' = '1' THEN 'The interview''s page is ready to record.' WHEN data ? 'epoch' THEN 'Another page goes on recording.' END
    WHEN 'session_silent' THEN 'Nothing came for ten minutes. What has arrived is made ready; the rest is taken when it comes.'
    WHEN 'session_ended' THEN 'The interview session ended.'
    WHEN 'session_abandoned' THEN 'The candidate left without finishing, and the invitation is over: the session was ended for them.'
    WHEN 'camera_back' THEN 'The camera came back: from here on there is a picture again.'
    WHEN 'computer_slept' THEN 'The computer slept in the middle of the recording.'
    WHEN 'device_lost' THEN 'Camera or microphone went away in the middle of the recording.'
    WHEN 'no_camera' THEN 'The camera went away: from here on there is sound alone.'
    WHEN 'no_camera:at_start' THEN 'The candidate went on without a camera.'
    WHEN 'no_camera:for_good' THEN 'The camera went away and did not come back: from here on there is sound alone.'
    WHEN 'no_recording' THEN format('The candidate types the answers; nothing is recorded (%s).', data->>'why')
    WHEN 'recorder_failed' THEN 'The browser''s recorder gave up and was started again.'
    WHEN 'recorder_failed:at_start' THEN 'The browser''s recorder did not start. The interview went on without a recording.'
    WHEN 'recorder_failed:picture' THEN 'The browser could not record the picture. The interview went on with sound alone.'
    WHEN 'recorder_silent' THEN 'The browser''s recorder began and gave no data at all.'
    WHEN 'recorder_stalled' THEN 'The browser''s recorder gave no data for a while and was replaced.'
    WHEN 'late_sound' THEN format('Parts of the recording came late. Spoken answers that sound otherwise since are written down again: %s.', data->>'count')
    WHEN 'no_media_received' THEN 'No part of a recording was received during this interview.'
    WHEN 'part_conflict' THEN format('Other bytes arrived for part %s of segment %s than before; they were not taken (%s bytes, SHA-256 %s).', data->>'seq', data->>'segment', data->>'length', data->>'sha256')
    WHEN 'part_conflict:kept' THEN format('Two different recordings arrived for part %s of segment %s. Both were kept.', data->>'seq', data->>'segment')
    WHEN 'sound_unreadable' THEN 'The sound of the answers is damaged in a way that takes too long to read: what was only spoken is not written down.'
    WHEN 'segment_unreadable' THEN format('Segment %s can''t be played.', data->>'segment')
    WHEN 'segment_piece_unreadable' THEN format('Segment %s was begun anew, and a piece of it can''t be played.', data->>'segment')
    WHEN 'segment_part_missing' THEN format('Segment %s lacks %s: %s s are missing at %s s.', data->>'segment',
      CASE WHEN data->>'parts' = '1' THEN 'a part' ELSE format('%s parts', data->>'parts') END,
      to_char((data->>'seconds')::numeric, 'FM999999999990.0'), to_char((data->>'at')::numeric, 'FM999999999990.0'))
    WHEN 'segment_part_missing:ends' THEN format('Segment %s ends before part %s, which is missing.', data->>'segment', data->>'part')
    WHEN 'segment_cut_short' THEN format('Segment %s breaks off before its end.', data->>'segment')
    WHEN 'segment_jump' THEN format('Segment %s has nothing for %s s at %s s: the recorder paused, or what was there is damaged.', data->>'segment',
      to_char((data->>'seconds')::numeric, 'FM999999999990.0'), to_char((data->>'at')::numeric, 'FM999999999990.0'))
    WHEN 'segment_incompatible' THEN format('Segment %s was recorded in another way and is in a file of its own.', data->>'segment')
    WHEN 'segment_incompatible:left_out' THEN format('Segment %s was recorded in another way and was left out.', data->>'segment')
    WHEN 'segment_limit_reached' THEN format('Segment %s is damaged in a way that takes too long to read, and was left out.', data->>'segment')
    WHEN 'segment_reader_ended' THEN format('Segment %s is damaged in a way that nothing here can read, and was left out.', data->>'segment')
    WHEN 'segment_video_unreadable' THEN format('Segment %s has a picture that can''t be read.', data->>'segment')
    WHEN 'segment_audio_unreadable' THEN format('Segment %s has sound that can''t be read.', data->>'segment')
    WHEN 'segment_video_another' THEN format('Segment %s has more than one picture; only the first is in the file.', data->>'segment')
    WHEN 'segment_audio_another' THEN format('Segment %s has more than one sound track; only the first is in the file.', data->>'segment')
    WHEN 'segment_picture_changes' THEN format('Segment %s changes the size of its picture, or how that is written; some players do not show what comes after.', data->>'segment')
    WHEN 'segment_video_described_again' THEN format('Segment %s describes its picture in more than one way; what comes after the change may not be shown.', data->>'segment')
    WHEN 'segment_audio_described_again' THEN format('Segment %s describes its sound in more than one way; what comes after the change may not be heard.', data->>'segment')
    WHEN 'segments_more' THEN format('%s more faults of its segments are not listed.', data->>'more')
    WHEN 'recording_nothing_readable' THEN 'None of the recording''s segments can be played.'
    WHEN 'recording_nothing_readable:whole' THEN 'The recording can''t be played.'
    WHEN 'recording_nothing_readable:nothing' THEN 'There is nothing to write.'
    WHEN 'recording_not_verified:no_length' THEN 'The finished recording is not right: the file does not say how long it is.'
    WHEN 'recording_not_verified:length' THEN format('The finished recording is not right: the file says %s s, but %s s were written.', data->>'said', data->>'written')
    WHEN 'recording_not_verified:tracks' THEN format('The finished recording is not right: the file has the tracks "%s".', data->>'tracks')
    WHEN 'recording_not_verified:turn' THEN 'The finished recording is not right: the picture is not turned as it was.'
    WHEN 'recording_not_verified:moment' THEN format('The finished recording is not right: nothing of the %s can be read at %s s.', data->>'track', data->>'at')
    WHEN 'recording_not_verified:reader' THEN format('The finished recording is not right: %s.', data->>'fault')
    WHEN 'recording_limit_reached' THEN format('Reading the recording took more %s than anything of its size does.',
      CASE WHEN data->>'limit' = 'memory' THEN 'memory' ELSE 'computing time' END)
    WHEN 'recording_reader_ended' THEN format('What reads the recording broke down over it (%s).', data->>'how')
    WHEN 'recording_reader_ended:not_told' THEN 'What reads the recording could not be told what to read.'
    WHEN 'recording_gave_up' THEN 'The recording could not be prepared because of an error on our side.'
  END, code)
$$;

CREATE OR REPLACE VIEW "candidate_interviews" AS
SELECT
  candidates.id AS candidate_id,
  sessions.public_id::text AS interview_session_id,
  recordings.file AS interview_recording_file,
  round(recordings.duration_seconds)::integer AS interview_recording_duration,
  recordings.size_bytes AS interview_recording_size,
  recordings.format AS interview_recording_format,
  recordings.quality AS interview_recording_quality,
  asked.texts AS interview_questions_asked,
  given.texts AS interview_answers_given,
  asked.times AS interview_question_timestamps,
  given.times AS interview_answer_timestamps,
  coalesce(asked.total, 0)::integer AS interview_total_questions,
  coalesce(given.answered, 0)::integer AS interview_answered_questions,
  scored.questions AS interview_ai_questions_analysis,
  analyses.overall_feedback AS interview_ai_overall_feedback,
  analyses.technical_score AS interview_ai_technical_score,
  analyses.communication_score AS interview_ai_communication_score,
  analyses.problem_solving_score AS interview_ai_problem_solving_score,
  analyses.cultural_fit_score AS interview_ai_cultural_fit_score,
  sessions.browser_info AS interview_browser_info,
  sessions.network_quality AS interview_network_quality,
  happened.issues AS interview_technical_issues,
  happened.logs AS interview_session_logs,
  sessions.avatar AS interview_avatar_used,
  sessions.avatar_settings::text AS interview_avatar_settings,
  coalesce(recordings.status::text, 'not_started') AS interview_recording_status,
  coalesce(recordings.processing_status::text, 'pending') AS interview_processing_status,
  coalesce(analyses.status::text, 'pending') AS interview_ai_analysis_status,
  analyses.final_status::text AS interview_final_status
FROM candidates
LEFT JOIN LATERAL (
  SELECT * FROM sessions WHERE sessions.candidate_id = candidates.id ORDER BY started_at DESC, id DESC LIMIT 1
) AS sessions ON true
LEFT JOIN recordings ON recordings.session_id = sessions.id
LEFT JOIN LATERAL (
  SELECT * FROM analyses WHERE analyses.session_id = sessions.id ORDER BY version DESC LIMIT 1
) AS analyses ON true
LEFT JOIN LATERAL (
  SELECT
    count(*) AS total,
    json_agg(questions.text ORDER BY position)::text AS texts,
    json_agg(questions.asked_at ORDER BY position)::text AS times
  FROM questions WHERE questions.session_id = sessions.id
) AS asked ON true
LEFT JOIN LATERAL (
  SELECT
    count(DISTINCT answers.question_id) FILTER (WHERE btrim(answers.text) <> '') AS answered,
    json_agg(answers.text ORDER BY position)::text AS texts,
    json_agg(answers.answered_at ORDER BY position)::text AS times
  FROM answers WHERE answers.session_id = sessions.id
) AS given ON true
LEFT JOIN LATERAL (
  SELECT
    json_agg(json_build_object('code', code, 'message', session_event_words(code, say, data, message), 'at', at) ORDER BY id)
      FILTER (WHERE kind = 'technical_issue')::text AS issues,
    json_agg(json_build_object('code', code, 'message', session_event_words(code, say, data, message), 'at', at) ORDER BY id)
      FILTER (WHERE kind = 'log')::text AS logs
  FROM session_events WHERE session_events.session_id = sessions.id
) AS happened ON true
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('question_id', question_analyses.question_id, 'score', question_analyses.score,
    'levels', question_analyses.levels, 'feedback', question_analyses.feedback) ORDER BY questions.position)::text AS questions
  FROM question_analyses JOIN questions ON questions.id = question_analyses.question_id
  WHERE question_analyses.analysis_id = analyses.id
) AS scored ON true
WHERE candidates.deletion_requested_at IS NULL;

-- Sentences of ours, known again: as a whole, or by what stood in them.
CREATE TABLE "told_sentences" ("code" TEXT, "say" TEXT, "sentence" TEXT, "given" JSONB);
INSERT INTO "told_sentences" VALUES
  ('session_started', NULL, 'The interview session started.', '{}'),
  ('session_resumed', NULL, 'The candidate came back to the interview.', '{}'),
  ('session_silent', NULL, 'Nothing came for ten minutes. What has arrived is made ready; the rest is taken when it comes.', '{}'),
  ('session_ended', NULL, 'The interview session ended.', '{}'),
  ('session_abandoned', NULL, 'The candidate left without finishing, and the invitation is over: the session was ended for them.', '{}'),
  ('camera_back', NULL, 'The camera came back: from here on there is a picture again.', '{}'),
  ('computer_slept', NULL, 'The computer slept in the middle of the recording.', '{}'),
  ('device_lost', NULL, 'Camera or microphone went away in the middle of the recording.', '{}'),
  ('no_camera', NULL, 'The camera went away: from here on there is sound alone.', '{}'),
  ('no_camera', 'at_start', 'The candidate went on without a camera.', '{}'),
  ('no_camera', 'for_good', 'The camera went away and did not come back: from here on there is sound alone.', '{}'),
  ('recorder_failed', NULL, 'The browser''s recorder gave up and was started again.', '{}'),
  ('recorder_failed', 'at_start', 'The browser''s recorder did not start. The interview went on without a recording.', '{}'),
  ('recorder_failed', 'picture', 'The browser could not record the picture. The interview went on with sound alone.', '{}'),
  ('recorder_silent', NULL, 'The browser''s recorder began and gave no data at all.', '{}'),
  ('recorder_stalled', NULL, 'The browser''s recorder gave no data for a while and was replaced.', '{}'),
  ('no_media_received', NULL, 'No part of a recording was received during this interview.', '{}'),
  ('sound_unreadable', NULL, 'The sound of the answers is damaged in a way that takes too long to read: what was only spoken is not written down.', '{}'),
  ('recording_nothing_readable', NULL, 'None of the recording''s segments can be played.', '{}'),
  ('recording_nothing_readable', 'whole', 'The recording can''t be played.', '{}'),
  ('recording_nothing_readable', 'nothing', 'There is nothing to write.', '{}'),
  ('recording_not_verified', 'no_length', 'The finished recording is not right: the file does not say how long it is.', '{}'),
  ('recording_not_verified', 'turn', 'The finished recording is not right: the picture is not turned as it was.', '{}'),
  ('recording_limit_reached', NULL, 'Reading the recording took more memory than anything of its size does.', '{"limit": "memory"}'),
  ('recording_limit_reached', NULL, 'Reading the recording took more computing time than anything of its size does.', '{"limit": "computing_time"}'),
  ('recording_reader_ended', 'not_told', 'What reads the recording could not be told what to read.', '{}'),
  ('recording_gave_up', NULL, 'The recording could not be prepared because of an error on our side.', '{}');

CREATE TABLE "told_patterns" ("place" SERIAL, "code" TEXT, "say" TEXT, "pattern" TEXT, "names" TEXT[], "given" JSONB);
INSERT INTO "told_patterns" ("code", "say", "pattern", "names", "given") VALUES
  ('no_recording', NULL, '^The candidate types the answers; nothing is recorded \((.*)\)\.$', ARRAY['why'], '{}'),
  ('late_sound', NULL, '^Parts of the recording came late\. Spoken answers that sound otherwise since are written down again: (\d+(?:\.\d+)?)\.$', ARRAY['count'], '{}'),
  ('part_conflict', NULL, '^Other bytes arrived for part (\d+(?:\.\d+)?) of segment (\d+(?:\.\d+)?) than before; they were not taken \((\d+(?:\.\d+)?) bytes, SHA-256 (.*)\)\.$', ARRAY['seq', 'segment', 'length', 'sha256'], '{}'),
  ('part_conflict', 'kept', '^Two different recordings arrived for part (\d+(?:\.\d+)?) of segment (\d+(?:\.\d+)?)\. Both were kept\.$', ARRAY['seq', 'segment'], '{}'),
  ('segment_unreadable', NULL, '^Segment (\d+(?:\.\d+)?) can''t be played\.$', ARRAY['segment'], '{}'),
  ('segment_piece_unreadable', NULL, '^Segment (\d+(?:\.\d+)?) was begun anew, and a piece of it can''t be played\.$', ARRAY['segment'], '{}'),
  ('segment_part_missing', NULL, '^Segment (\d+(?:\.\d+)?) lacks a part: (\d+(?:\.\d+)?) s are missing at (\d+(?:\.\d+)?) s\.$', ARRAY['segment', 'seconds', 'at'], '{"parts": 1}'),
  ('segment_part_missing', NULL, '^Segment (\d+(?:\.\d+)?) lacks (\d+(?:\.\d+)?) parts: (\d+(?:\.\d+)?) s are missing at (\d+(?:\.\d+)?) s\.$', ARRAY['segment', 'parts', 'seconds', 'at'], '{}'),
  ('segment_part_missing', 'ends', '^Segment (\d+(?:\.\d+)?) ends before part (\d+(?:\.\d+)?), which is missing\.$', ARRAY['segment', 'part'], '{}'),
  ('segment_cut_short', NULL, '^Segment (\d+(?:\.\d+)?) breaks off before its end\.$', ARRAY['segment'], '{}'),
  ('segment_jump', NULL, '^Segment (\d+(?:\.\d+)?) has nothing for (\d+(?:\.\d+)?) s at (\d+(?:\.\d+)?) s: the recorder paused, or what was there is damaged\.$', ARRAY['segment', 'seconds', 'at'], '{}'),
  ('segment_incompatible', NULL, '^Segment (\d+(?:\.\d+)?) was recorded in another way and is in a file of its own\.$', ARRAY['segment'], '{}'),
  ('segment_incompatible', 'left_out', '^Segment (\d+(?:\.\d+)?) was recorded in another way and was left out\.$', ARRAY['segment'], '{}'),
  ('segment_limit_reached', NULL, '^Segment (\d+(?:\.\d+)?) is damaged in a way that takes too long to read, and was left out\.$', ARRAY['segment'], '{}'),
  ('segment_reader_ended', NULL, '^Segment (\d+(?:\.\d+)?) is damaged in a way that nothing here can read, and was left out\.$', ARRAY['segment'], '{}'),
  ('segment_video_unreadable', NULL, '^Segment (\d+(?:\.\d+)?) has a picture that can''t be read\.$', ARRAY['segment'], '{}'),
  ('segment_audio_unreadable', NULL, '^Segment (\d+(?:\.\d+)?) has sound that can''t be read\.$', ARRAY['segment'], '{}'),
  ('segment_video_another', NULL, '^Segment (\d+(?:\.\d+)?) has more than one picture; only the first is in the file\.$', ARRAY['segment'], '{}'),
  ('segment_audio_another', NULL, '^Segment (\d+(?:\.\d+)?) has more than one sound track; only the first is in the file\.$', ARRAY['segment'], '{}'),
  ('segment_picture_changes', NULL, '^Segment (\d+(?:\.\d+)?) changes the size of its picture, or how that is written; some players do not show what comes after\.$', ARRAY['segment'], '{}'),
  ('segment_video_described_again', NULL, '^Segment (\d+(?:\.\d+)?) describes its picture in more than one way; what comes after the change may not be shown\.$', ARRAY['segment'], '{}'),
  ('segment_audio_described_again', NULL, '^Segment (\d+(?:\.\d+)?) describes its sound in more than one way; what comes after the change may not be heard\.$', ARRAY['segment'], '{}'),
  ('segments_more', NULL, '^(\d+(?:\.\d+)?) more faults of its segments are not listed\.$', ARRAY['more'], '{}'),
  ('recording_not_verified', 'length', '^The finished recording is not right: the file says (\d+(?:\.\d+)?) s, but (\d+(?:\.\d+)?) s were written\.$', ARRAY['said', 'written'], '{}'),
  ('recording_not_verified', 'tracks', '^The finished recording is not right: the file has the tracks "(.*)"\.$', ARRAY['tracks'], '{}'),
  ('recording_not_verified', 'moment', '^The finished recording is not right: nothing of the (.*) can be read at (\d+(?:\.\d+)?) s\.$', ARRAY['track', 'at'], '{}'),
  ('recording_not_verified', 'reader', '^The finished recording is not right: (.*)\.$', ARRAY['fault'], '{}'),
  ('recording_reader_ended', NULL, '^What reads the recording broke down over it \((.*)\)\.$', ARRAY['how'], '{}');

-- What stood in a sentence, by its names.
CREATE FUNCTION told_data(names TEXT[], found TEXT[]) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_object_agg(name, CASE WHEN name = ANY ('{sha256,why,fault,how,tracks,track,limit}') THEN to_jsonb(value) ELSE to_jsonb(value::numeric) END)
  FROM unnest(names, found) AS named(name, value)
$$;

UPDATE "session_events" e SET "say" = k."say", "data" = e."data" || k."given", "message" = NULL
FROM "told_sentences" k WHERE e."code" = k."code" AND e."message" = k."sentence";

UPDATE "session_events" SET "message" = NULL
WHERE "code" = 'session_claimed' AND "message" = session_event_words("code", NULL, "data", NULL);

-- Only what would be said in the very same words again.
UPDATE "session_events" e SET "say" = known."say", "data" = e."data" || known."data", "message" = NULL
FROM (
  SELECT DISTINCT ON (e."id") e."id", p."say", p."given" || told_data(p."names", matched.found) AS data
  FROM "session_events" e JOIN "told_patterns" p ON p."code" = e."code",
    LATERAL (SELECT regexp_match(e."message", p."pattern") AS found) AS matched
  WHERE matched.found IS NOT NULL
  ORDER BY e."id", p."place"
) AS known
WHERE known."id" = e."id" AND e."message" = session_event_words(e."code", known."say", e."data" || known."data", NULL);

-- AlterTable
ALTER TABLE "recordings" ADD COLUMN     "told_error" JSONB;
UPDATE "recordings" r SET "told_error" = coalesce((
  SELECT jsonb_strip_nulls(jsonb_build_object('code', k."code", 'say', k."say", 'params', k."given")) FROM "told_sentences" k
  WHERE k."sentence" = r."error" AND k."code" LIKE 'recording%'
), (
  SELECT jsonb_strip_nulls(jsonb_build_object('code', p."code", 'say', p."say", 'params', told_data(p."names", regexp_match(r."error", p."pattern"))))
  FROM "told_patterns" p WHERE p."code" LIKE 'recording%' AND r."error" ~ p."pattern" ORDER BY p."place" LIMIT 1
), jsonb_build_object('code', 'recording_failed', 'message', r."error"))
WHERE r."error" IS NOT NULL;
ALTER TABLE "recordings" DROP COLUMN "error";
ALTER TABLE "recordings" RENAME COLUMN "told_error" TO "error";

DROP FUNCTION told_data;
DROP TABLE "told_patterns";
DROP TABLE "told_sentences";

-- Flags, of interviews and of answers.
CREATE TABLE "told_flags" ("code" TEXT, "say" TEXT, "message" TEXT);
INSERT INTO "told_flags" VALUES
  ('sandbox', NULL, 'This is the sandbox: the scores are made up at once, from no judgement at all, to show what an analysis looks like.'),
  ('no_answer', NULL, 'No answer was given to this question.'),
  ('no_transcript', NULL, 'The answer was spoken and there is no transcript of it, so it was not scored. Listen to the recording.'),
  ('too_short', NULL, 'The answer is too short to judge: it has fewer than three words of content.'),
  ('not_english', NULL, 'The answer is not in English, which cannot be scored here. Nothing was taken off.'),
  ('partly_not_english', NULL, 'Part of the answer is not in English, which cannot be scored here. That part earned nothing and cost nothing.'),
  ('low_confidence', NULL, 'The transcript of this answer is uncertain. Listen to the recording before relying on the score.'),
  ('poor_audio', NULL, 'The microphone sounded poor during this answer. Listen to the recording before relying on the score.'),
  ('instructions_in_answer', NULL, 'Part of the answer speaks to the scorer instead of answering. That part earned nothing.'),
  ('gibberish', NULL, 'Most of the answer is not readable as words, so it scores next to nothing. A bad transcript can look like this.'),
  ('question_echo', NULL, 'The answer mostly repeats the question, and repeating it earns nothing.'),
  ('keyword_stuffing', NULL, 'The answer lists words without sentences. Words outside sentences were not counted.'),
  ('repetition', NULL, 'The answer says the same thing several times. Each thing was counted once.'),
  ('off_topic', NULL, 'Nothing that the question asks about was found in the answer. Another wording of a good answer can look like this.'),
  ('nothing_expected', NULL, 'This question has neither keywords of its own nor an ideal answer, so the estimate rests on the form of the answer alone.'),
  ('unverified_quote', NULL, 'The scorer quoted words that do not stand in the answer. That quotation was left out.'),
  ('unsupported_level', NULL, 'The model gave a level without words of the answer to show for it, or the same words for several. That level was left out.'),
  ('one_category', NULL, 'The model gave a level that counts in one category alone. One is too few for a score, so this answer has none.'),
  ('far_above_rubric', NULL, 'The model''s score is far above what the rubric finds in the same words. Read the answer before using the score.'),
  ('level_out_of_range', NULL, 'The model gave a level that does not exist. It was left out, and the category may be missing for it.'),
  ('unstable_score', NULL, 'The model judged this answer differently each time it was asked. Read the answer before using the score.'),
  ('words_left_out', NULL, 'The model wrote its remarks in another language, so they are not shown. The levels and quotations are.'),
  ('no_answers', NULL, 'No question was answered well enough to be judged, so there are no scores.'),
  ('partly_answered', NULL, 'Fewer than four in five questions could be judged. One without an answer counts as 0, so that leaving questions out raises no score.'),
  ('little_evidence', NULL, 'Fewer than four in five questions have a quotation behind their score, so passing is not recommended without a person''s look.'),
  ('indirect_technical', NULL, 'No question asked for technical knowledge. This score is estimated from answers that show it anyway, and the overall score leaves it out.'),
  ('indirect_communication', NULL, 'No question asked for communication. This score is estimated from answers that show it anyway, and the overall score leaves it out.'),
  ('indirect_problem_solving', NULL, 'No question asked for problem solving. This score is estimated from answers that show it anyway, and the overall score leaves it out.'),
  ('indirect_cultural_fit', NULL, 'No question asked for cultural fit. This score is estimated from answers that show it anyway, and the overall score leaves it out.'),
  ('not_english', 'rubric', 'The answer is not in English, which the rubric cannot read. It was not scored and nothing was taken off.'),
  ('instructions_in_answer', 'left_out', 'Part of the answer speaks to the scorer instead of answering. That part was left out and earned nothing.'),
  ('unsupported_level', 'lowered', 'The model gave a level without words of the answer to show for it. A high one was lowered to the middle, any other was left out.'),
  ('partly_answered', 'scores_rest', 'Fewer than four in five questions could be judged, so the scores rest on part of the interview.'),
  ('indirect_technical', 'counted', 'No answered question asked for technical knowledge. This score is estimated from answers that show it anyway.'),
  ('indirect_technical', 'others', 'No answered question asked for technical knowledge. This score is estimated from the other answers.'),
  ('indirect_communication', 'counted', 'No answered question asked for communication. This score is estimated from answers that show it anyway.'),
  ('indirect_communication', 'others', 'No answered question asked for communication. This score is estimated from the other answers.'),
  ('indirect_problem_solving', 'counted', 'No answered question asked for problem solving. This score is estimated from answers that show it anyway.'),
  ('indirect_problem_solving', 'others', 'No answered question asked for problem solving. This score is estimated from the other answers.'),
  ('indirect_cultural_fit', 'counted', 'No answered question asked for cultural fit. This score is estimated from answers that show it anyway.'),
  ('indirect_cultural_fit', 'others', 'No answered question asked for cultural fit. This score is estimated from the other answers.');

CREATE FUNCTION flags_as_codes(flags JSONB) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(CASE
    WHEN known.code IS NULL THEN flag
    WHEN known.say IS NULL THEN flag - 'message'
    ELSE flag - 'message' || jsonb_build_object('say', known.say)
  END ORDER BY place)
  FROM jsonb_array_elements(flags) WITH ORDINALITY AS flagged(flag, place)
  LEFT JOIN told_flags known ON known.code = flag->>'code' AND known.message = flag->>'message'
$$;

-- Many have the same flags: what they become is found once.
UPDATE "analyses" a SET "flags" = known."after"
FROM (
  SELECT d."flags" AS before, flags_as_codes(d."flags") AS after
  FROM (SELECT DISTINCT "flags" FROM "analyses" WHERE jsonb_typeof("flags") = 'array' AND "flags" <> '[]') AS d
) AS known WHERE a."flags" = known."before";
UPDATE "question_analyses" a SET "flags" = known."after"
FROM (
  SELECT d."flags" AS before, flags_as_codes(d."flags") AS after
  FROM (SELECT DISTINCT "flags" FROM "question_analyses" WHERE jsonb_typeof("flags") = 'array' AND "flags" <> '[]') AS d
) AS known WHERE a."flags" = known."before";

DROP FUNCTION flags_as_codes;
DROP TABLE "told_flags";

-- By what somebody signed in: its browser and its system, each by a word for programs. Before: “Firefox on Windows”.
UPDATE "sign_ins" SET "device" = b.code || '/' || s.code
FROM (VALUES ('edge', 'Edge'), ('opera', 'Opera'), ('samsung', 'Samsung Internet'), ('firefox', 'Firefox'), ('chrome', 'Chrome'),
  ('safari', 'Safari'), ('unknown', 'An unknown browser')) AS b(code, words),
  (VALUES ('iphone', ' on an iPhone'), ('ipad', ' on an iPad'), ('android', ' on Android'), ('windows', ' on Windows'),
  ('chromeos', ' on ChromeOS'), ('mac', ' on a Mac'), ('linux', ' on Linux'), ('unknown', '')) AS s(code, words)
WHERE "sign_ins"."device" = b.words || s.words;
