-- Who vouched for a question, and what was claimed about it; what a score rests on, and why a person must look.
ALTER TABLE "sessions" ADD COLUMN     "planned_question_ids" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE "questions" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE "questions" ADD COLUMN     "client_claims" JSONB;
ALTER TABLE "analyses" ADD COLUMN     "coverage" JSONB;
ALTER TABLE "analyses" ADD COLUMN     "look_reasons" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Questions from before that name one of their template and have its words are the template's. What else was said of how to judge
-- them is kept as a claim, and the template's own stands again.
UPDATE questions q SET
  source = 'template',
  client_claims = CASE
    WHEN (q.type, q.difficulty, q.keywords, q.ideal_answer, q.rubric_notes) IS DISTINCT FROM
         (t.type, t.difficulty, t.keywords, t.ideal_answer, t.rubric_notes)
    THEN jsonb_build_object('type', q.type, 'difficulty', q.difficulty, 'keywords', to_jsonb(q.keywords),
      'ideal_answer', q.ideal_answer, 'rubric_notes', q.rubric_notes)
  END,
  type = t.type, difficulty = t.difficulty, keywords = t.keywords, ideal_answer = t.ideal_answer, rubric_notes = t.rubric_notes
FROM template_questions t
WHERE t.id = q.template_question_id AND t.text = q.text;

-- What flags already say about analyses from before, so that the list says it, too. In the order in which they are read.
UPDATE analyses a SET look_reasons = found.reasons
FROM (
  SELECT said.analysis_id, array_agg(said.reason ORDER BY said.place) AS reasons
  FROM (
    SELECT flagged.analysis_id, known.reason, min(known.place) AS place
    FROM (
      SELECT id AS analysis_id, jsonb_path_query(flags, '$[*].code') #>> '{}' AS code FROM analyses
      UNION ALL
      SELECT analysis_id, jsonb_path_query(flags, '$[*].code') #>> '{}' FROM question_analyses
    ) flagged
    JOIN (VALUES
      (1, 'instructions_in_answer', 'manipulation'),
      (2, 'no_answers', 'no_answers'),
      (7, 'no_transcript', 'not_readable'), (7, 'not_english', 'not_readable'), (7, 'partly_not_english', 'not_readable'),
      (8, 'low_confidence', 'unclear_sound'), (8, 'poor_audio', 'unclear_sound'),
      (9, 'gibberish', 'unusual_answer'), (9, 'question_echo', 'unusual_answer'), (9, 'keyword_stuffing', 'unusual_answer'),
      (9, 'repetition', 'unusual_answer'), (9, 'off_topic', 'unusual_answer'),
      (10, 'unverified_quote', 'unsure_scorer'), (10, 'unsupported_level', 'unsure_scorer'),
      (10, 'level_out_of_range', 'unsure_scorer'), (10, 'unstable_score', 'unsure_scorer'),
      (11, 'little_evidence', 'little_evidence')
    ) AS known (place, code, reason) ON known.code = flagged.code
    GROUP BY flagged.analysis_id, known.reason
  ) said
  GROUP BY said.analysis_id
) found
WHERE found.analysis_id = a.id AND a.status = 'completed';
