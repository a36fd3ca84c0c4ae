-- A report that reads by SQL says of words that came later what the pages say.
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
    WHEN 'new_words' THEN format('Words of %s came or were put right after the answers had been scored. They are scored again.',
      CASE WHEN data->>'count' = '1' THEN '1 spoken answer' ELSE format('%s spoken answers', data->>'count') END)
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
