-- That a candidate chose to type is a sentence of its own.
CREATE OR REPLACE FUNCTION session_event_words(code TEXT, say TEXT, data JSONB, message TEXT) RETURNS TEXT
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
    WHEN 'no_recording:by_choice' THEN 'The candidate types the answers; nothing is recorded (by choice).'
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

UPDATE "session_events" SET "say" = 'by_choice', "data" = "data" - 'why'
WHERE "code" = 'no_recording' AND "say" IS NULL AND "message" IS NULL AND "data"->>'why' = 'by choice';

-- By the columns it needs: it must not hold the others as they are.
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
  SELECT id, public_id, browser_info, network_quality, avatar, avatar_settings FROM sessions
  WHERE sessions.candidate_id = candidates.id ORDER BY started_at DESC, id DESC LIMIT 1
) AS sessions ON true
LEFT JOIN recordings ON recordings.session_id = sessions.id
LEFT JOIN LATERAL (
  SELECT id, status, overall_feedback, technical_score, communication_score, problem_solving_score, cultural_fit_score, final_status
  FROM analyses WHERE analyses.session_id = sessions.id ORDER BY version DESC LIMIT 1
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

-- Why an analysis failed, a delivery did not arrive or a webhook was disabled. What was said with a number is kept as the text it was.
CREATE TABLE "told_faults" ("place" SERIAL, "about" TEXT, "code" TEXT, "say" TEXT, "pattern" TEXT, "names" TEXT[]);
INSERT INTO "told_faults" ("about", "code", "say", "pattern", "names") VALUES
  ('failures', 'model_cut_off', NULL, '^The model''s answer was cut off: it was too long\.$', '{}'),
  ('failures', 'model_form', NULL, '^The model did not answer in the form it was asked for\.$', '{}'),
  ('failures', 'model_form_twice', NULL, '^The model did not return an assessment that can be read, and its second try did not either\.$', '{}'),
  ('failures', 'model_thoughts', NULL, '^The model''s server took the whole answer for thoughts and left nothing as the answer: its reasoning parser does not fit the model, or has to be off\.$', '{}'),
  ('failures', 'gave_up', NULL, '^The answers could not be scored because of an error on our side\.$', '{}'),
  ('failures', 'service_timeout', NULL, '^The AI service at (.*) did not answer within (.*) seconds\.$', ARRAY['host', 'seconds']),
  ('failures', 'service_endless', NULL, '^The AI service at (.*) sent more than an answer can be\.$', ARRAY['host']),
  ('failures', 'service_protocol', NULL, '^The AI service at (.*) answered in a form that is not understood\.$', ARRAY['host']),
  ('failures', 'service_cut', NULL, '^The connection to the AI service at (.*) broke off\.$', ARRAY['host']),
  ('failures', 'service_unreachable', NULL, '^The AI service at (.*) could not be reached\.$', ARRAY['host']),
  ('failures', 'service_declined', NULL, '^The AI service at (.*) declined to answer\.$', ARRAY['host']),
  ('failures', 'service_quota', NULL, '^The quota of the AI service at (.*) is used up\.$', ARRAY['host']),
  ('failures', 'service_credit', NULL, '^The credit of the AI service at (.*) is used up\.$', ARRAY['host']),
  ('failures', 'service_busy', NULL, '^The AI service at (.*) is asked too much at the moment\.$', ARRAY['host']),
  ('failures', 'service_busy', 'status', '^The AI service at (.*) was too busy \((.*)\)\.$', ARRAY['host', 'status']),
  ('failures', 'service_key', NULL, '^The AI service at (.*) did not accept the key\.$', ARRAY['host']),
  ('failures', 'service_model', NULL, '^The AI service at (.*) does not know the model “(.*)”, or its address is wrong\.$', ARRAY['host', 'model']),
  ('failures', 'service_error', NULL, '^The AI service at (.*) had an error of its own \((.*)\)\.$', ARRAY['host', 'status']),
  ('failures', 'service_refused', NULL, '^The AI service at (.*) refused the request \((.*)\)\.$', ARRAY['host', 'status']),
  ('failures', 'model_room', NULL, '^The model “(.*)” may not write an answer as long as it needs \(its limit for output is too small\)\.$', ARRAY['model']),
  ('failures', 'model_room', 'left', '^The model “(.*)” may not write an answer as long as it needs \(its limit leaves (.*) tokens for output, and (.*) are the least\)\.$', ARRAY['model', 'room', 'least']),
  ('failures', 'model_text_too_long', NULL, '^The text is longer than the model “(.*)” can read\.$', ARRAY['model']),
  ('deliveries', 'connection_refused', NULL, '^The connection was refused\.$', '{}'),
  ('deliveries', 'connection_closed', NULL, '^The connection was closed before there was an answer\.$', '{}'),
  ('deliveries', 'host_unreachable', NULL, '^The host cannot be reached\.$', '{}'),
  ('deliveries', 'network_unreachable', NULL, '^The host''s network cannot be reached\.$', '{}'),
  ('deliveries', 'no_connection', NULL, '^No connection was made in time\.$', '{}'),
  ('deliveries', 'headers_too_long', NULL, '^The answer''s headers are too long\.$', '{}'),
  ('deliveries', 'failed', NULL, '^The exchange failed\.$', '{}'),
  ('deliveries', 'redirected', NULL, '^Redirects are not followed: give the webhook its new address\.$', '{}'),
  ('deliveries', 'needs_https', NULL, '^The address must begin with https\.$', '{}'),
  ('deliveries', 'port', NULL, '^The address''s port must be 80, 443 or one from 1024 on\.$', '{}'),
  ('deliveries', 'own_host', NULL, '^The host''s name is this machine''s own, which is not on the public internet\.$', '{}'),
  ('deliveries', 'no_address', NULL, '^The host''s name has no address\.$', '{}'),
  ('deliveries', 'not_resolved', NULL, '^The host''s name could not be resolved\.$', '{}'),
  ('deliveries', 'secret_unreadable', NULL, '^The secret that signs its messages cannot be read any more, because the server''s own secret has changed\. Rotate the webhook''s secret and give its receiver the new one\.$', '{}'),
  ('deliveries', 'gone', NULL, '^The receiver answered 410 Gone: it wants no more messages\.$', '{}'),
  ('deliveries', 'no_connection', 'within', '^No connection within (.*) seconds\.$', ARRAY['seconds']),
  ('deliveries', 'no_answer', NULL, '^No answer within (.*) seconds\.$', ARRAY['seconds']),
  ('deliveries', 'not_http', NULL, '^The answer is not valid HTTP \((.*)\)\.$', ARRAY['fault']),
  ('deliveries', 'not_secure', NULL, '^The secure connection failed \((.*)\)\.$', ARRAY['fault']),
  ('deliveries', 'failed', 'fault', '^The exchange failed \((.*)\)\.$', ARRAY['fault']),
  ('deliveries', 'not_public', NULL, '^The host leads to (.*), which is not on the public internet\.$', ARRAY['address']),
  ('deliveries', 'given_up', NULL, '^An event \((.*)\) could not be delivered for three days\.$', ARRAY['type']);

CREATE FUNCTION fault_as_code(told_about TEXT, told_message TEXT) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT jsonb_strip_nulls(jsonb_build_object('code', f.code, 'say', f.say, 'params', (
      SELECT jsonb_object_agg(name, value) FROM unnest(f.names, regexp_match(told_message, f.pattern)) AS named(name, value)
      WHERE name IS NOT NULL
    )))
    FROM told_faults f WHERE f.about = told_about AND told_message ~ f.pattern ORDER BY f.place LIMIT 1
  ), jsonb_build_object('code', 'failed', 'message', told_message))
$$;

-- AlterTable
ALTER TABLE "analyses" ADD COLUMN     "told_error" JSONB;
UPDATE "analyses" SET "told_error" = fault_as_code('failures', "error") WHERE "error" NOT LIKE 'The spoken answers could not be written down. %';
UPDATE "analyses" a SET "told_error" = why || jsonb_build_object('params', coalesce(why->'params', '{}') || '{"of": "transcription"}')
FROM "analyses" old, LATERAL fault_as_code('failures', substr(old."error", 47)) AS why
WHERE a."id" = old."id" AND old."error" LIKE 'The spoken answers could not be written down. %' AND NOT why ? 'message';
UPDATE "analyses" SET "told_error" = jsonb_build_object('code', 'failed', 'message', "error") WHERE "error" IS NOT NULL AND "told_error" IS NULL;
ALTER TABLE "analyses" DROP COLUMN "error";
ALTER TABLE "analyses" RENAME COLUMN "told_error" TO "error";

-- AlterTable
ALTER TABLE "webhooks" ADD COLUMN     "told_reason" JSONB;
UPDATE "webhooks" SET "told_reason" = fault_as_code('deliveries', "disabled_reason") WHERE "disabled_reason" IS NOT NULL;
ALTER TABLE "webhooks" DROP COLUMN "disabled_reason";
ALTER TABLE "webhooks" RENAME COLUMN "told_reason" TO "disabled_reason";

-- AlterTable
ALTER TABLE "webhook_attempts" ADD COLUMN     "told_error" JSONB;
UPDATE "webhook_attempts" a SET "told_error" = known."fault"
FROM (
  SELECT d."error", fault_as_code('deliveries', d."error") AS fault FROM (SELECT DISTINCT "error" FROM "webhook_attempts" WHERE "error" IS NOT NULL) AS d
) AS known WHERE a."error" = known."error";
ALTER TABLE "webhook_attempts" DROP COLUMN "error";
ALTER TABLE "webhook_attempts" RENAME COLUMN "told_error" TO "error";

DROP FUNCTION fault_as_code;
DROP TABLE "told_faults";
