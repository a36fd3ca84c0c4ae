// Made from /api/openapi.json: do not change it by hand.

export type StartSessionBody = {
  interview_token: string;
  recording_config?: {
    format?: "webm" | "mp4" | "mkv";
    quality?: "HD" | "SD" | {
      width: number;
      height: number;
      frame_rate: number;
      bitrate: number;
    };
    audio?: boolean;
    video?: boolean;
  } | null;
  avatar?: string | null;
  browser_info?: string | null;
};

export type StartSessionAnswer = {
  success: boolean;
  message: string;
  session_id: string;
  public_id: string;
  recording_started: boolean;
  resumed?: boolean;
  progress?: Array<{
    question_id: string;
    template_question_id: string | null;
    answered: boolean;
  }>;
  recording_wanted?: {
    format: "webm" | "mp4" | "mkv";
    quality: "HD" | "SD" | {
      width: number;
      height: number;
      frame_rate: number;
      bitrate: number;
    };
    audio: boolean;
    video: boolean;
  };
};

export type AddQuestionBody = {
  session_id: string;
  question_data: {
    text: string;
    type?: string | null;
    avatar?: string | null;
    keywords?: Array<string> | null;
    difficulty?: "easy" | "medium" | "hard" | null;
    ideal_answer?: string | null;
    rubric_notes?: string | null;
    template_question_id?: string | null;
    client_key?: string | null;
    media?: {
      segment: number;
      offset_ms: number;
    } | null;
  };
};

export type AddQuestionAnswer = {
  success: boolean;
  message: string;
  question_id: string;
};

export type AddAnswerBody = {
  session_id: string;
  question_id: string;
  answer_data: {
    text: string;
    recognized_text?: string | null;
    duration?: number | null;
    audio_quality?: string | null;
    answered_by?: "voice" | "text" | "both" | "skipped" | null;
    confidence?: number | null;
    client_key?: string | null;
    media?: {
      segment: number;
      offset_ms: number;
    } | null;
  };
};

export type AddAnswerAnswer = {
  success: boolean;
  message: string;
  answer_id: string;
};

export type EndSessionBody = {
  session_id: string;
};

export type EndSessionAnswer = {
  success: boolean;
  message: string;
};

export type RecordConsentBody = {
  interview_token: string;
  consent_version: string;
  /** Of exactly the words that the link shows; without it the version names them. */
  consent_hash?: string | null;
};

export type RecordConsentAnswer = {
  success: boolean;
  message: string;
};

export type RequestDeletionBody = {
  interview_token: string;
};

export type RequestDeletionAnswer = {
  success: boolean;
  message: string;
};

export type WithdrawDeletionRequestBody = {
  interview_token: string;
};

export type WithdrawDeletionRequestAnswer = {
  success: boolean;
  message: string;
};

export type AddIssueBody = {
  session_id: string;
  issue: {
    code: string;
    /** In your words; required without `key`. */
    message?: string;
    media?: {
      segment: number;
      offset_ms: number;
    } | null;
    /** Instead of a message: which of the product's own words say it. */
    key?: string;
    /** What stands in those. */
    params?: Record<string, string | number>;
  };
};

export type AddIssueAnswer = {
  success: boolean;
  message: string;
};

export type CorrectWordsBody = {
  text: string;
};

export type CorrectWordsAnswer = {
  success: boolean;
  message: string;
};

export type GetNextQuestionsAnswer = {
  success: boolean;
  questions: Array<{
    template_question_id: string;
    step: string;
    text: string;
    type: string;
    difficulty: "easy" | "medium" | "hard";
    answer_seconds: number | null;
  }>;
  total: number;
  unanswered: number;
  plan: Array<{
    id: string;
    kind: string;
    done: boolean;
    question: {
      template_question_id: string;
      attempt: number;
      prep_seconds: number | null;
      answer_seconds: number | null;
      retakes: number;
    } | null;
  }>;
};

export type GetHeardWordsAnswer = {
  success: boolean;
  answers: Array<{
    answer_id: string;
    question_id: string;
    number: number;
    question: string;
    state: "waiting" | "written" | "none";
    text: string | null;
    credit: string | null;
    corrected: boolean;
  }>;
};

export type GetAnalysisAnswer = {
  success: boolean;
  candidate_id: number;
  analysis: {
    technical_score: number | null;
    communication_score: number | null;
    problem_solving_score: number | null;
    cultural_fit_score: number | null;
    overall_score: number | null;
    overall_feedback: string | null;
    question_analysis: Array<{
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
      question_id: string;
      question: string;
      question_type: string;
      answer_id: string | null;
      answer: string | null;
      score: number | null;
      feedback: string;
      strengths: Array<string>;
      improvements: Array<string>;
      status: "assessed" | "insufficient" | "not_assessed";
      text_source: "candidate" | "transcript" | null;
      spread: {
        technical_score: number | null;
        communication_score: number | null;
        problem_solving_score: number | null;
        cultural_fit_score: number | null;
      };
      standard_error: number | null;
      band: {
        low: number;
        high: number;
      } | null;
      /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
      rubric_score: number | null;
      /** Points by which the model’s score lies above the rubric’s; negative: below. */
      disagreement: number | null;
      /** What each model gave the answer, also where that does not count. */
      model_scores: Array<{
        model: string;
        score: number | null;
      }>;
      evidence: Array<{
        quote: string;
        category: string;
        note: string;
        media_offset_seconds: number | null;
        approximate: boolean;
      }>;
      listen: Array<{
        text: string;
        media_offset_seconds: number | null;
        duration_seconds: number;
      }>;
      flags: Array<{
        code: string;
        message: string;
      }>;
    }>;
    analysis_status: "pending" | "processing" | "completed" | "failed";
    final_status: "passed" | "failed" | "needs_review" | null;
    session_id: string | null;
    method: string | null;
    method_label: string | null;
    model: string | null;
    host: string | null;
    rubric_version: string | null;
    prompt_version: string | null;
    version: number | null;
    spread: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
    };
    standard_error: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
      overall_score: number | null;
    };
    band: {
      technical_score: {
        low: number;
        high: number;
      } | null;
      communication_score: {
        low: number;
        high: number;
      } | null;
      problem_solving_score: {
        low: number;
        high: number;
      } | null;
      cultural_fit_score: {
        low: number;
        high: number;
      } | null;
      overall_score: {
        low: number;
        high: number;
      } | null;
    };
    /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
    rubric_score: number | null;
    /** Points by which the model’s score lies above the rubric’s; negative: below. */
    disagreement: number | null;
    evidence_coverage: number | null;
    coverage: {
      basis: "template" | "asked";
      total: number;
      asked: number;
      answered: number;
      scored: number;
      other_words: number;
      unvouched: number;
      of_program: number;
    } | null;
    look_reasons: Array<{
      code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
      message: string;
    }>;
    flags: Array<{
      code: string;
      message: string;
    }>;
    error: string | null;
  };
};

export type GetRecordingAnswer = {
  success: boolean;
  candidate_id: number;
  recording_info: {
    recording_file: string | null;
    recording_duration: number | null;
    recording_size: number | null;
    recording_format: string | null;
    recording_quality: string | null;
    recording_status: "not_started" | "recording" | "completed" | "failed";
    session_id: string | null;
    started_at: string | null;
    completed_at: string | null;
    processing_status: "pending" | "processing" | "completed" | "failed" | null;
    sha256: string | null;
    mime_type: string | null;
    media_url: string | null;
    version: number;
    provisional: boolean;
    segments: Array<{
      segment: number;
      mime_type: string;
      start_seconds: number | null;
      duration_seconds: number | null;
      parts: number;
      missing: Array<number>;
    }>;
    gaps: Array<{
      segment: number;
      missing_parts: Array<number>;
      at_seconds: number;
      seconds: number | null;
    }>;
    other_files: Array<{
      media_url: string;
      format: string;
      mime_type: string;
      size: number;
      sha256: string;
      start_seconds: number;
      duration_seconds: number;
      segments: Array<number>;
    }>;
    network_quality: "excellent" | "good" | "fair" | "poor" | null;
    browser_info: string | null;
  };
};

export type GetSessionAnswer = {
  success: boolean;
  session_data: {
    session_id: string;
    candidate_id: number;
    interview_token: string;
    start_time: string;
    end_time: string | null;
    duration_seconds: number | null;
    questions: Array<{
      question_id: string;
      text: string;
      type: string;
      avatar: string;
      keywords: Array<string>;
      difficulty: string;
      position: number;
      timestamp: string;
      media_offset_seconds: number | null;
      source: "template" | "key" | "candidate" | "unknown";
      client_claims: Record<string, unknown> | null;
      metadata: Record<string, unknown>;
    }>;
    answers: Array<{
      answer_id: string;
      question_id: string;
      text: string;
      recognized_text: string | null;
      duration: number | null;
      audio_quality: string | null;
      confidence: number | null;
      answered_by: string | null;
      skipped: boolean;
      superseded: boolean;
      position: number;
      timestamp: string;
      media_offset_seconds: number | null;
      metadata: Record<string, unknown>;
    }>;
    recording_file: string | null;
    status: "active" | "completed";
    technical_issues: Array<{
      code: string;
      message: string;
      timestamp: string;
      media_offset_seconds: number | null;
    }>;
    session_logs: Array<{
      code: string;
      message: string;
      timestamp: string;
      media_offset_seconds: number | null;
    }>;
  };
};

export type ListAnalysesAnswer = {
  success: boolean;
  data: Array<{
    technical_score?: number | null;
    communication_score?: number | null;
    problem_solving_score?: number | null;
    cultural_fit_score?: number | null;
    overall_score?: number | null;
    overall_feedback?: string | null;
    analysis_status?: "pending" | "processing" | "completed" | "failed";
    final_status?: "passed" | "failed" | "needs_review" | null;
    session_id: string;
    method?: string | null;
    method_label?: string | null;
    model?: string | null;
    host?: string | null;
    rubric_version?: string | null;
    prompt_version?: string | null;
    version: number;
    spread?: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
    };
    standard_error?: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
      overall_score: number | null;
    };
    band?: {
      technical_score: {
        low: number;
        high: number;
      } | null;
      communication_score: {
        low: number;
        high: number;
      } | null;
      problem_solving_score: {
        low: number;
        high: number;
      } | null;
      cultural_fit_score: {
        low: number;
        high: number;
      } | null;
      overall_score: {
        low: number;
        high: number;
      } | null;
    };
    /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
    rubric_score?: number | null;
    /** Points by which the model’s score lies above the rubric’s; negative: below. */
    disagreement?: number | null;
    evidence_coverage?: number | null;
    coverage?: {
      basis: "template" | "asked";
      total: number;
      asked: number;
      answered: number;
      scored: number;
      other_words: number;
      unvouched: number;
      of_program: number;
    } | null;
    look_reasons?: Array<{
      code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
      message: string;
    }>;
    flags?: Array<{
      code: string;
      message: string;
    }>;
    error?: string | null;
    analysis_id: string;
    interview_id: string;
    candidate_id: number;
    created_at?: string;
    completed_at?: string | null;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type ReadAnalysisAnswer = {
  success: boolean;
  analysis: {
    technical_score: number | null;
    communication_score: number | null;
    problem_solving_score: number | null;
    cultural_fit_score: number | null;
    overall_score: number | null;
    overall_feedback: string | null;
    question_analysis: Array<{
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
      question_id: string;
      question: string;
      question_type: string;
      answer_id: string | null;
      answer: string | null;
      score: number | null;
      feedback: string;
      strengths: Array<string>;
      improvements: Array<string>;
      status: "assessed" | "insufficient" | "not_assessed";
      text_source: "candidate" | "transcript" | null;
      spread: {
        technical_score: number | null;
        communication_score: number | null;
        problem_solving_score: number | null;
        cultural_fit_score: number | null;
      };
      standard_error: number | null;
      band: {
        low: number;
        high: number;
      } | null;
      /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
      rubric_score: number | null;
      /** Points by which the model’s score lies above the rubric’s; negative: below. */
      disagreement: number | null;
      /** What each model gave the answer, also where that does not count. */
      model_scores: Array<{
        model: string;
        score: number | null;
      }>;
      evidence: Array<{
        quote: string;
        category: string;
        note: string;
        media_offset_seconds: number | null;
        approximate: boolean;
      }>;
      listen: Array<{
        text: string;
        media_offset_seconds: number | null;
        duration_seconds: number;
      }>;
      flags: Array<{
        code: string;
        message: string;
      }>;
    }>;
    analysis_status: "pending" | "processing" | "completed" | "failed";
    final_status: "passed" | "failed" | "needs_review" | null;
    session_id: string;
    method: string | null;
    method_label: string | null;
    model: string | null;
    host: string | null;
    rubric_version: string | null;
    prompt_version: string | null;
    version: number;
    spread: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
    };
    standard_error: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
      overall_score: number | null;
    };
    band: {
      technical_score: {
        low: number;
        high: number;
      } | null;
      communication_score: {
        low: number;
        high: number;
      } | null;
      problem_solving_score: {
        low: number;
        high: number;
      } | null;
      cultural_fit_score: {
        low: number;
        high: number;
      } | null;
      overall_score: {
        low: number;
        high: number;
      } | null;
    };
    /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
    rubric_score: number | null;
    /** Points by which the model’s score lies above the rubric’s; negative: below. */
    disagreement: number | null;
    evidence_coverage: number | null;
    coverage: {
      basis: "template" | "asked";
      total: number;
      asked: number;
      answered: number;
      scored: number;
      other_words: number;
      unvouched: number;
      of_program: number;
    } | null;
    look_reasons: Array<{
      code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
      message: string;
    }>;
    flags: Array<{
      code: string;
      message: string;
    }>;
    error: string | null;
    analysis_id: string;
    interview_id: string;
    candidate_id: number;
    created_at: string;
    completed_at: string | null;
  };
};

export type ListDecisionsAnswer = {
  success: boolean;
  data: Array<{
    decision_id: string;
    interview_id: string;
    interview_external_id: string | null;
    session_id: string;
    candidate_id: number;
    decision: "passed" | "failed" | "needs_review";
    reason: string;
    decided_by: {
      name: string;
      email: string;
    };
    /** Who sent it: that person, or a program for them. */
    made_by: {
      kind: "user" | "api_key";
      id: string;
      name: string;
    };
    /** The recording that it was made on; 0: none, null: decided before this was kept. */
    recording_version: number | null;
    /** Likewise, of the analysis. */
    analysis_version: number | null;
    created_at: string;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type CreateDecisionBody = {
  decision: "passed" | "failed" | "needs_review";
  reason: string;
  /** The latest decision that whoever decides has seen; null: there was none. If a later one stands by then, the answer is 409 `already_decided`. Without it nothing is checked. */
  seen_decision_id?: string | null;
  /** Decide although parts of the recording have not arrived; without it the answer is 409 `recording_incomplete` then. */
  despite_missing?: boolean;
  interview_id: string;
  /** E-mail of the member of your organisation who decided. An API key must name one; people decide as themselves. */
  decided_by?: string;
};

export type CreateDecisionAnswer = {
  success: boolean;
  decision: {
    decision_id: string;
    interview_id: string;
    interview_external_id: string | null;
    session_id: string;
    candidate_id: number;
    decision: "passed" | "failed" | "needs_review";
    reason: string;
    decided_by: {
      name: string;
      email: string;
    };
    /** Who sent it: that person, or a program for them. */
    made_by: {
      kind: "user" | "api_key";
      id: string;
      name: string;
    };
    /** The recording that it was made on; 0: none, null: decided before this was kept. */
    recording_version: number | null;
    /** Likewise, of the analysis. */
    analysis_version: number | null;
    created_at: string;
  };
};

export type ReadDecisionAnswer = {
  success: boolean;
  decision: {
    decision_id: string;
    interview_id: string;
    interview_external_id: string | null;
    session_id: string;
    candidate_id: number;
    decision: "passed" | "failed" | "needs_review";
    reason: string;
    decided_by: {
      name: string;
      email: string;
    };
    /** Who sent it: that person, or a program for them. */
    made_by: {
      kind: "user" | "api_key";
      id: string;
      name: string;
    };
    /** The recording that it was made on; 0: none, null: decided before this was kept. */
    recording_version: number | null;
    /** Likewise, of the analysis. */
    analysis_version: number | null;
    created_at: string;
  };
};

export type AcceptLatePartsAnswer = {
  success: boolean;
  message: string;
  late_parts: {
    /** Parts that were recorded and have not arrived. */
    waiting: number;
    /** Until when they are taken, unless somebody decides; null: not any more. */
    open_until: string | null;
    /** When somebody last accepted late ones. */
    accepted_at: string | null;
  };
};

export type CreateShareLinkBody = {
  expires_in_days: number;
};

export type CreateShareLinkAnswer = {
  success: boolean;
  share_link: {
    share_link_id: string;
    interview_id: string;
    /** Who made it, for a person to read. */
    created_by: string;
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
    /** Whether it shows anything now. */
    open: boolean;
  };
  /** The link itself, in this answer only: just its hash is stored. Null where the answer is a repeated one. */
  url: string | null;
};

export type ListRecordingsAnswer = {
  success: boolean;
  data: Array<{
    recording_file: string | null;
    recording_duration: number | null;
    recording_size: number | null;
    recording_format: string | null;
    recording_quality: string | null;
    recording_status: "not_started" | "recording" | "completed" | "failed";
    session_id: string;
    started_at: string | null;
    completed_at: string | null;
    processing_status: "pending" | "processing" | "completed" | "failed" | null;
    sha256: string | null;
    mime_type: string | null;
    media_url: string | null;
    version: number;
    provisional: boolean;
    gaps: Array<{
      segment: number;
      missing_parts: Array<number>;
      at_seconds: number;
      seconds: number | null;
    }>;
    other_files: Array<{
      media_url: string;
      format: string;
      mime_type: string;
      size: number;
      sha256: string;
      start_seconds: number;
      duration_seconds: number;
      segments: Array<number>;
    }>;
    network_quality: "excellent" | "good" | "fair" | "poor" | null;
    browser_info: string | null;
    candidate_id: number;
    interview_id: string;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type ReadRecordingAnswer = {
  success: boolean;
  recording: {
    recording_file: string | null;
    recording_duration: number | null;
    recording_size: number | null;
    recording_format: string | null;
    recording_quality: string | null;
    recording_status: "not_started" | "recording" | "completed" | "failed";
    session_id: string;
    started_at: string | null;
    completed_at: string | null;
    processing_status: "pending" | "processing" | "completed" | "failed" | null;
    sha256: string | null;
    mime_type: string | null;
    media_url: string | null;
    version: number;
    provisional: boolean;
    segments: Array<{
      segment: number;
      mime_type: string;
      start_seconds: number | null;
      duration_seconds: number | null;
      parts: number;
      missing: Array<number>;
    }>;
    gaps: Array<{
      segment: number;
      missing_parts: Array<number>;
      at_seconds: number;
      seconds: number | null;
    }>;
    other_files: Array<{
      media_url: string;
      format: string;
      mime_type: string;
      size: number;
      sha256: string;
      start_seconds: number;
      duration_seconds: number;
      segments: Array<number>;
    }>;
    network_quality: "excellent" | "good" | "fair" | "poor" | null;
    browser_info: string | null;
    candidate_id: number;
    interview_id: string;
  };
};

export type LinkRecordingAnswer = {
  success: boolean;
  /** Opens the file without any other credential, ranges and all. */
  url: string;
  expires_at: string;
};

export type ListSessionsAnswer = {
  success: boolean;
  data: Array<{
    session_id: string;
    candidate_id: number;
    interview_id: string;
    interview_external_id: string | null;
    candidate_external_id: string | null;
    template_id: string;
    template_external_id: string | null;
    status: "active" | "completed";
    start_time: string;
    end_time: string | null;
    duration_seconds: number | null;
    total_questions: number;
    recording_status: "not_started" | "recording" | "completed" | "failed";
    processing_status: "pending" | "processing" | "completed" | "failed" | null;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type ReadSessionAnswer = {
  success: boolean;
  session: {
    session_id: string;
    candidate_id: number;
    interview_token: string;
    start_time: string;
    end_time: string | null;
    duration_seconds: number | null;
    questions: Array<{
      question_id: string;
      text: string;
      type: string;
      avatar: string;
      keywords: Array<string>;
      difficulty: string;
      position: number;
      timestamp: string;
      media_offset_seconds: number | null;
      source: "template" | "key" | "candidate" | "unknown";
      client_claims: Record<string, unknown> | null;
      metadata: Record<string, unknown>;
    }>;
    answers: Array<{
      answer_id: string;
      question_id: string;
      text: string;
      recognized_text: string | null;
      duration: number | null;
      audio_quality: string | null;
      confidence: number | null;
      answered_by: string | null;
      skipped: boolean;
      superseded: boolean;
      position: number;
      timestamp: string;
      media_offset_seconds: number | null;
      metadata: Record<string, unknown>;
      /** What models heard in the answer; its own text stays as the candidate left it. */
      transcripts: Array<{
        transcript_id: string;
        text: string;
        language: string | null;
        confidence: number | null;
        model: string;
        model_sha256: string | null;
        host: string;
        engine: string | null;
        sound_seconds: number | null;
        work_seconds: number | null;
        timed: "words" | "segments" | "none" | null;
        words: Array<{
          start: number | null;
          end: number | null;
          word: string;
          confidence: number | null;
        }>;
        segments: Array<{
          start: number | null;
          end: number | null;
          text: string;
        }>;
        quality: {
          verdict: "good" | "listen";
          reasons: Array<string>;
        } | null;
        created_at: string;
      }>;
    }>;
    recording_file: string | null;
    status: "active" | "completed";
    technical_issues: Array<{
      code: string;
      message: string;
      timestamp: string;
      media_offset_seconds: number | null;
    }>;
    session_logs: Array<{
      code: string;
      message: string;
      timestamp: string;
      media_offset_seconds: number | null;
    }>;
    interview_id: string;
    interview_external_id: string | null;
    candidate_external_id: string | null;
    template_id: string;
    template_external_id: string | null;
  };
};

export type ListAnalysisVersionsAnswer = {
  success: boolean;
  data: Array<{
    version: number;
    status: "pending" | "processing" | "completed" | "failed";
    method: string | null;
    method_label: string | null;
    model: string | null;
    overall_score: number | null;
    coverage: {
      basis: "template" | "asked";
      total: number;
      asked: number;
      answered: number;
      scored: number;
      other_words: number;
      unvouched: number;
      of_program: number;
    } | null;
    completed_at: string | null;
    requested_by: string | null;
  }>;
};

export type RunAnalysisBody = {
  scorer?: "configured" | "offline";
};

export type RunAnalysisAnswer = {
  success: boolean;
  message: string;
  analysis: {
    version: number;
    status: "pending" | "processing" | "completed" | "failed";
  };
};

export type ReadAnalysisChangesAnswer = {
  success: boolean;
  changes: {
    from: number;
    to: number;
    method_label: {
      from: string | null;
      to: string | null;
    };
    model: {
      from: string | null;
      to: string | null;
    };
    rubric_version: {
      from: string | null;
      to: string | null;
    };
    prompt_version: {
      from: string | null;
      to: string | null;
    };
    overall_score: {
      from: number | null;
      to: number | null;
    };
    recommendation: {
      from: "passed" | "failed" | "needs_review" | null;
      to: "passed" | "failed" | "needs_review" | null;
    };
    categories: Array<{
      category: string;
      from: number | null;
      to: number | null;
    }>;
    flags_added: Array<{
      code: string;
      message: string;
    }>;
    flags_removed: Array<{
      code: string;
      message: string;
    }>;
    questions: Array<{
      question_id: string;
      position: number;
      text: string;
      score: {
        from: number | null;
        to: number | null;
      };
      flags_added: Array<{
        code: string;
        message: string;
      }>;
      flags_removed: Array<{
        code: string;
        message: string;
      }>;
    }>;
  };
};

export type ReadSessionAnalysisAnswer = {
  success: boolean;
  analysis: {
    technical_score: number | null;
    communication_score: number | null;
    problem_solving_score: number | null;
    cultural_fit_score: number | null;
    overall_score: number | null;
    overall_feedback: string | null;
    question_analysis: Array<{
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
      question_id: string;
      question: string;
      question_type: string;
      answer_id: string | null;
      answer: string | null;
      score: number | null;
      feedback: string;
      strengths: Array<string>;
      improvements: Array<string>;
      status: "assessed" | "insufficient" | "not_assessed";
      text_source: "candidate" | "transcript" | null;
      spread: {
        technical_score: number | null;
        communication_score: number | null;
        problem_solving_score: number | null;
        cultural_fit_score: number | null;
      };
      standard_error: number | null;
      band: {
        low: number;
        high: number;
      } | null;
      /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
      rubric_score: number | null;
      /** Points by which the model’s score lies above the rubric’s; negative: below. */
      disagreement: number | null;
      /** What each model gave the answer, also where that does not count. */
      model_scores: Array<{
        model: string;
        score: number | null;
      }>;
      evidence: Array<{
        quote: string;
        category: string;
        note: string;
        media_offset_seconds: number | null;
        approximate: boolean;
      }>;
      listen: Array<{
        text: string;
        media_offset_seconds: number | null;
        duration_seconds: number;
      }>;
      flags: Array<{
        code: string;
        message: string;
      }>;
    }>;
    analysis_status: "pending" | "processing" | "completed" | "failed";
    final_status: "passed" | "failed" | "needs_review" | null;
    session_id: string;
    method: string | null;
    method_label: string | null;
    model: string | null;
    host: string | null;
    rubric_version: string | null;
    prompt_version: string | null;
    version: number;
    spread: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
    };
    standard_error: {
      technical_score: number | null;
      communication_score: number | null;
      problem_solving_score: number | null;
      cultural_fit_score: number | null;
      overall_score: number | null;
    };
    band: {
      technical_score: {
        low: number;
        high: number;
      } | null;
      communication_score: {
        low: number;
        high: number;
      } | null;
      problem_solving_score: {
        low: number;
        high: number;
      } | null;
      cultural_fit_score: {
        low: number;
        high: number;
      } | null;
      overall_score: {
        low: number;
        high: number;
      } | null;
    };
    /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
    rubric_score: number | null;
    /** Points by which the model’s score lies above the rubric’s; negative: below. */
    disagreement: number | null;
    evidence_coverage: number | null;
    coverage: {
      basis: "template" | "asked";
      total: number;
      asked: number;
      answered: number;
      scored: number;
      other_words: number;
      unvouched: number;
      of_program: number;
    } | null;
    look_reasons: Array<{
      code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
      message: string;
    }>;
    flags: Array<{
      code: string;
      message: string;
    }>;
    error: string | null;
    analysis_id: string;
    interview_id: string;
    candidate_id: number;
    created_at: string;
    completed_at: string | null;
  };
};

export type ListSessionQuestionsAnswer = {
  success: boolean;
  data: Array<{
    question_id: string;
    text: string;
    type: string;
    avatar: string;
    keywords: Array<string>;
    difficulty: string;
    position: number;
    timestamp: string;
    media_offset_seconds: number | null;
    source: "template" | "key" | "candidate" | "unknown";
    client_claims: Record<string, unknown> | null;
    metadata: Record<string, unknown>;
    /** The answer that counts: the latest. Null: there is none. */
    answer: {
      answer_id: string;
      question_id: string;
      text: string;
      recognized_text: string | null;
      duration: number | null;
      audio_quality: string | null;
      confidence: number | null;
      answered_by: string | null;
      skipped: boolean;
      superseded: boolean;
      position: number;
      timestamp: string;
      media_offset_seconds: number | null;
      metadata: Record<string, unknown>;
      /** What models heard in the answer; its own text stays as the candidate left it. */
      transcripts: Array<{
        transcript_id: string;
        text: string;
        language: string | null;
        confidence: number | null;
        model: string;
        model_sha256: string | null;
        host: string;
        engine: string | null;
        sound_seconds: number | null;
        work_seconds: number | null;
        timed: "words" | "segments" | "none" | null;
        words: Array<{
          start: number | null;
          end: number | null;
          word: string;
          confidence: number | null;
        }>;
        segments: Array<{
          start: number | null;
          end: number | null;
          text: string;
        }>;
        quality: {
          verdict: "good" | "listen";
          reasons: Array<string>;
        } | null;
        created_at: string;
      }>;
    } | null;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type ListShareLinksAnswer = {
  success: boolean;
  data: Array<{
    share_link_id: string;
    interview_id: string;
    /** Who made it, for a person to read. */
    created_by: string;
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
    /** Whether it shows anything now. */
    open: boolean;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type RevokeShareLinkAnswer = {
  success: boolean;
  share_link: {
    share_link_id: string;
    interview_id: string;
    /** Who made it, for a person to read. */
    created_by: string;
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
    /** Whether it shows anything now. */
    open: boolean;
  };
};

export type ClaimSessionBody = {
  client_key: string;
  take_over?: boolean | null;
  let_go?: boolean | null;
  network?: {
    rtt_ms?: number | null;
    upload_bps?: number | null;
  } | null;
};

export type ClaimSessionAnswer = {
  success: boolean;
  message: string;
  epoch: number;
};

export type OpenSegmentBody = {
  client_key: string;
  epoch?: number | null;
  mime_type: string;
};

export type OpenSegmentAnswer = {
  success: boolean;
  message: string;
  segment: number;
};

export type CloseSegmentBody = {
  parts: number;
};

export type CloseSegmentAnswer = {
  success: boolean;
  message: string;
};

export type PutPartAnswer = {
  success: boolean;
  message: string;
  acked_through: number;
  missing: Array<number>;
};

export type GetUploadAnswer = {
  success: boolean;
  session_id: string;
  status: "active" | "completed";
  accepts_parts: boolean;
  segments: Array<{
    segment: number;
    client_key: string;
    mime_type: string;
    acked_through: number;
    missing: Array<number>;
    received_bytes: number;
    closed_parts: number | null;
  }>;
};

export type ListCandidatesAnswer = {
  success: boolean;
  data: Array<{
    /** The only id that is a number. */
    id: number;
    name: string;
    email: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    created_at: string;
    /** When they asked for what is stored about them to be deleted. */
    deletion_requested_at: string | null;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type CreateCandidateBody = {
  /** How they are called, on one line. */
  name: string;
  /** Kept in lower case; one address is one candidate. */
  email: string;
  /** Your system's id. One line, unique within its kind in your organisation. */
  external_id?: string | null;
};

export type CreateCandidateAnswer = {
  success: boolean;
  candidate: {
    /** The only id that is a number. */
    id: number;
    name: string;
    email: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    created_at: string;
    /** When they asked for what is stored about them to be deleted. */
    deletion_requested_at: string | null;
  };
  /** False: they were there already. */
  created: boolean;
};

export type EraseCandidateAnswer = {
  success: boolean;
  message: string;
  erasure: {
    /** The only id that is a number. */
    candidate_id: number;
    requested_at: string;
    /** Null while files and rows are being removed, which takes seconds. */
    finished_at: string | null;
    /** How much was removed or blanked, by its kind. Not a word of content. */
    counts: Record<string, number>;
  };
};

export type GetCandidateAnswer = {
  success: boolean;
  candidate: {
    /** The only id that is a number. */
    id: number;
    name: string;
    email: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    created_at: string;
    /** When they asked for what is stored about them to be deleted. */
    deletion_requested_at: string | null;
  };
};

export type UpdateCandidateBody = {
  /** How they are called, on one line. */
  name?: string;
  /** Kept in lower case; one address is one candidate. */
  email?: string;
  /** Null takes it away. */
  external_id?: string | null;
};

export type UpdateCandidateAnswer = {
  success: boolean;
  candidate: {
    /** The only id that is a number. */
    id: number;
    name: string;
    email: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    created_at: string;
    /** When they asked for what is stored about them to be deleted. */
    deletion_requested_at: string | null;
  };
};

export type ListInterviewsAnswer = {
  success: boolean;
  data: Array<{
    id: string;
    /** Your system's id, where you gave one. */
    external_id?: string | null;
    /** `interrupted`: started, and nothing has come from it for a while. What was finished stays `completed`, whatever happens to its link. */
    state?: "invited" | "in_progress" | "interrupted" | "completed" | "expired" | "revoked";
    candidate?: {
      /** The only id that is a number. */
      id: number;
      name: string;
      email: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
    };
    template?: {
      id: string;
      name: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
      /** The version that it was begun with, and is judged by for ever. Null before: it will be the latest. */
      version: number | null;
    };
    created_at?: string;
    /** Until then it can be started; who has started in time may finish. */
    expires_at?: string;
    /** When the candidate first opened the link. */
    opened_at?: string | null;
    revoked_at?: string | null;
    /** Since when the candidate asks for their data to be deleted: `analysis` and `decision` are null then. */
    deletion_requested_at?: string | null;
    /** Null before the interview has been started. */
    session?: {
      id: string;
      status: "active" | "completed";
      started_at: string;
      ended_at: string | null;
      question_count: number;
      /** Retakes included. */
      answer_count: number;
    } | null;
    recording?: {
      status: "not_started" | "recording" | "completed" | "failed";
      processing_status: "pending" | "processing" | "completed" | "failed";
      duration_seconds: number | null;
    } | null;
    /** The latest. What it recommends is no decision. */
    analysis?: {
      version: number;
      status: "pending" | "processing" | "completed" | "failed";
      method: string | null;
      /** The method in words, to stand wherever a score stands. */
      method_label: string | null;
      overall_score: number | null;
      /** Of the overall score, in points; null where it is not known. */
      standard_error: number | null;
      /** 95 % of what the overall score could as well have been. */
      band: {
        low: number;
        high: number;
      } | null;
      /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
      rubric_score: number | null;
      /** Points by which the model’s score lies above the rubric’s; negative: below. */
      disagreement: number | null;
      /** Which questions the score rests on. */
      coverage: {
        basis: "template" | "asked";
        total: number;
        asked: number;
        answered: number;
        scored: number;
        other_words: number;
        unvouched: number;
        of_program: number;
      } | null;
      /** Why a person must look, the most serious first. */
      look_reasons: Array<{
        code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
        message: string;
      }>;
      recommendation: "passed" | "failed" | "needs_review" | null;
      completed_at: string | null;
    } | null;
    /** A person's word; the latest counts. */
    decision?: {
      decision: "passed" | "failed" | "needs_review";
      decided_at: string;
      /** A person's name; or the API key that sent it, for whoever it named. */
      decided_by: string;
    } | null;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type CreateInterviewBody = {
  /** Somebody who is there already. */
  candidate_id?: number;
  /** The same, by your own id. */
  candidate_external_id?: string;
  /** Somebody who may be new; who is known by this external_id or address is the same candidate, and keeps their name unless `other_name` says otherwise. */
  candidate?: {
    /** How they are called, on one line. */
    name: string;
    /** Kept in lower case; one address is one candidate. */
    email: string;
    /** Your system's id. One line, unique within its kind in your organisation. */
    external_id?: string | null;
  };
  template_id?: string;
  template_name?: string;
  /** Your system's id. One line, unique within its kind in your organisation. */
  template_external_id?: string;
  /** Your system's id. One line, unique within its kind in your organisation. */
  external_id?: string | null;
  /** Also beside an open invitation of the same candidate to the same template. */
  allow_another?: boolean;
  /** What becomes of a name in `candidate` that is not the one they are known by. `keep`: it stands on this interview alone. `rename`: it is their name from now on. `ask`: nothing is made, and 409 `name_differs` says by which name they are known, so that a person can choose. */
  other_name?: "ask" | "keep" | "rename";
  /** Days from now. */
  expires_in_days?: number;
  /** The moment itself, instead of days. */
  expires_at?: string;
};

export type CreateInterviewAnswer = {
  interview_id: string;
  /** Your system's id, where you gave one. */
  external_id: string | null;
  /** The only id that is a number. */
  candidate_id: number;
  /** The candidate is known by another name, which stays: the name that was sent stands on this interview alone. `PATCH /api/v1/candidates/{candidate_id}` renames. */
  name_kept?: boolean;
  /** False: the candidate was there already. */
  candidate_created: boolean;
  /** Opens the session in `POST /api/interview/session/start`. */
  interview_token: string;
  /** The candidate's link. Whoever holds it may take the interview. */
  url: string;
  expires_at: string;
  success: boolean;
};

export type CreateInterviewsBody = {
  /** Tells what would happen, row by row, and writes nothing. */
  dry_run?: boolean;
  /** Each as for one interview. */
  interviews: Array<{
    /** Somebody who is there already. */
    candidate_id?: number;
    /** The same, by your own id. */
    candidate_external_id?: string;
    /** Somebody who may be new; who is known by this external_id or address is the same candidate, and keeps their name unless `other_name` says otherwise. */
    candidate?: {
      /** How they are called, on one line. */
      name: string;
      /** Kept in lower case; one address is one candidate. */
      email: string;
      external_id?: string | null;
    };
    template_id?: string;
    template_name?: string;
    /** Your system's id. One line, unique within its kind in your organisation. */
    template_external_id?: string;
    external_id?: string | null;
    /** Also beside an open invitation of the same candidate to the same template. */
    allow_another?: boolean;
    /** What becomes of a name in `candidate` that is not the one they are known by. `keep`: it stands on this interview alone. `rename`: it is their name from now on. `ask`: nothing is made, and 409 `name_differs` says by which name they are known, so that a person can choose. */
    other_name?: "ask" | "keep" | "rename";
    /** Days from now. */
    expires_in_days?: number;
    /** The moment itself, instead of days. */
    expires_at?: string;
  }>;
};

export type CreateInterviewsAnswer = {
  success: boolean;
  dry_run: boolean;
  /** How many rows were accepted; in a dry run: would be. */
  created: number;
  refused: number;
  /** One for each row of the request, in its order. */
  rows: Array<{
    /** Its place in the request, from 0. */
    row: number;
    /** The HTTP status that it would have had by itself. */
    status: number;
    /** Null where the row was refused, and in a dry run. */
    interview: {
      interview_id: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
      /** The only id that is a number. */
      candidate_id: number;
      /** The candidate is known by another name, which stays: the name that was sent stands on this interview alone. `PATCH /api/v1/candidates/{candidate_id}` renames. */
      name_kept?: boolean;
      /** False: the candidate was there already. */
      candidate_created: boolean;
      /** Opens the session in `POST /api/interview/session/start`. */
      interview_token: string;
      /** The candidate's link. Whoever holds it may take the interview. */
      url: string;
      expires_at: string;
    } | null;
    /** Why the row was refused. */
    error: {
      code: string;
      message: string;
      issues: Array<{
        path: string;
        message: string;
      }>;
      /** Of the open invitation that stands in the way. */
      interview_id?: string;
    } | null;
  }>;
};

export type GetInterviewAnswer = {
  success: boolean;
  interview: {
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    /** `interrupted`: started, and nothing has come from it for a while. What was finished stays `completed`, whatever happens to its link. */
    state: "invited" | "in_progress" | "interrupted" | "completed" | "expired" | "revoked";
    candidate: {
      /** The only id that is a number. */
      id: number;
      name: string;
      email: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
    };
    template: {
      id: string;
      name: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
      /** The version that it was begun with, and is judged by for ever. Null before: it will be the latest. */
      version: number | null;
    };
    created_at: string;
    /** Until then it can be started; who has started in time may finish. */
    expires_at: string;
    /** When the candidate first opened the link. */
    opened_at: string | null;
    revoked_at: string | null;
    /** Since when the candidate asks for their data to be deleted: `analysis` and `decision` are null then. */
    deletion_requested_at: string | null;
    /** Null before the interview has been started. */
    session: {
      id: string;
      status: "active" | "completed";
      started_at: string;
      ended_at: string | null;
      question_count: number;
      /** Retakes included. */
      answer_count: number;
    } | null;
    recording: {
      status: "not_started" | "recording" | "completed" | "failed";
      processing_status: "pending" | "processing" | "completed" | "failed";
      duration_seconds: number | null;
    } | null;
    /** The latest. What it recommends is no decision. */
    analysis: {
      version: number;
      status: "pending" | "processing" | "completed" | "failed";
      method: string | null;
      /** The method in words, to stand wherever a score stands. */
      method_label: string | null;
      overall_score: number | null;
      /** Of the overall score, in points; null where it is not known. */
      standard_error: number | null;
      /** 95 % of what the overall score could as well have been. */
      band: {
        low: number;
        high: number;
      } | null;
      /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
      rubric_score: number | null;
      /** Points by which the model’s score lies above the rubric’s; negative: below. */
      disagreement: number | null;
      /** Which questions the score rests on. */
      coverage: {
        basis: "template" | "asked";
        total: number;
        asked: number;
        answered: number;
        scored: number;
        other_words: number;
        unvouched: number;
        of_program: number;
      } | null;
      /** Why a person must look, the most serious first. */
      look_reasons: Array<{
        code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
        message: string;
      }>;
      recommendation: "passed" | "failed" | "needs_review" | null;
      completed_at: string | null;
    } | null;
    /** A person's word; the latest counts. */
    decision: {
      decision: "passed" | "failed" | "needs_review";
      decided_at: string;
      /** A person's name; or the API key that sent it, for whoever it named. */
      decided_by: string;
    } | null;
  };
};

export type ExtendInterviewBody = {
  /** Days from now. */
  expires_in_days?: number;
  /** The moment itself, instead of days. */
  expires_at?: string;
};

export type ExtendInterviewAnswer = {
  success: boolean;
  interview: {
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    /** `interrupted`: started, and nothing has come from it for a while. What was finished stays `completed`, whatever happens to its link. */
    state: "invited" | "in_progress" | "interrupted" | "completed" | "expired" | "revoked";
    candidate: {
      /** The only id that is a number. */
      id: number;
      name: string;
      email: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
    };
    template: {
      id: string;
      name: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
      /** The version that it was begun with, and is judged by for ever. Null before: it will be the latest. */
      version: number | null;
    };
    created_at: string;
    /** Until then it can be started; who has started in time may finish. */
    expires_at: string;
    /** When the candidate first opened the link. */
    opened_at: string | null;
    revoked_at: string | null;
    /** Since when the candidate asks for their data to be deleted: `analysis` and `decision` are null then. */
    deletion_requested_at: string | null;
    /** Null before the interview has been started. */
    session: {
      id: string;
      status: "active" | "completed";
      started_at: string;
      ended_at: string | null;
      question_count: number;
      /** Retakes included. */
      answer_count: number;
    } | null;
    recording: {
      status: "not_started" | "recording" | "completed" | "failed";
      processing_status: "pending" | "processing" | "completed" | "failed";
      duration_seconds: number | null;
    } | null;
    /** The latest. What it recommends is no decision. */
    analysis: {
      version: number;
      status: "pending" | "processing" | "completed" | "failed";
      method: string | null;
      /** The method in words, to stand wherever a score stands. */
      method_label: string | null;
      overall_score: number | null;
      /** Of the overall score, in points; null where it is not known. */
      standard_error: number | null;
      /** 95 % of what the overall score could as well have been. */
      band: {
        low: number;
        high: number;
      } | null;
      /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
      rubric_score: number | null;
      /** Points by which the model’s score lies above the rubric’s; negative: below. */
      disagreement: number | null;
      /** Which questions the score rests on. */
      coverage: {
        basis: "template" | "asked";
        total: number;
        asked: number;
        answered: number;
        scored: number;
        other_words: number;
        unvouched: number;
        of_program: number;
      } | null;
      /** Why a person must look, the most serious first. */
      look_reasons: Array<{
        code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
        message: string;
      }>;
      recommendation: "passed" | "failed" | "needs_review" | null;
      completed_at: string | null;
    } | null;
    /** A person's word; the latest counts. */
    decision: {
      decision: "passed" | "failed" | "needs_review";
      decided_at: string;
      /** A person's name; or the API key that sent it, for whoever it named. */
      decided_by: string;
    } | null;
  };
};

export type GetInterviewLinkAnswer = {
  success: boolean;
  interview_id: string;
  /** Opens the session in `POST /api/interview/session/start`. */
  interview_token: string;
  /** The candidate's link. Whoever holds it may take the interview. */
  url: string;
};

export type RevokeInterviewAnswer = {
  success: boolean;
  interview: {
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    /** `interrupted`: started, and nothing has come from it for a while. What was finished stays `completed`, whatever happens to its link. */
    state: "invited" | "in_progress" | "interrupted" | "completed" | "expired" | "revoked";
    candidate: {
      /** The only id that is a number. */
      id: number;
      name: string;
      email: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
    };
    template: {
      id: string;
      name: string;
      /** Your system's id, where you gave one. */
      external_id: string | null;
      /** The version that it was begun with, and is judged by for ever. Null before: it will be the latest. */
      version: number | null;
    };
    created_at: string;
    /** Until then it can be started; who has started in time may finish. */
    expires_at: string;
    /** When the candidate first opened the link. */
    opened_at: string | null;
    revoked_at: string | null;
    /** Since when the candidate asks for their data to be deleted: `analysis` and `decision` are null then. */
    deletion_requested_at: string | null;
    /** Null before the interview has been started. */
    session: {
      id: string;
      status: "active" | "completed";
      started_at: string;
      ended_at: string | null;
      question_count: number;
      /** Retakes included. */
      answer_count: number;
    } | null;
    recording: {
      status: "not_started" | "recording" | "completed" | "failed";
      processing_status: "pending" | "processing" | "completed" | "failed";
      duration_seconds: number | null;
    } | null;
    /** The latest. What it recommends is no decision. */
    analysis: {
      version: number;
      status: "pending" | "processing" | "completed" | "failed";
      method: string | null;
      /** The method in words, to stand wherever a score stands. */
      method_label: string | null;
      overall_score: number | null;
      /** Of the overall score, in points; null where it is not known. */
      standard_error: number | null;
      /** 95 % of what the overall score could as well have been. */
      band: {
        low: number;
        high: number;
      } | null;
      /** What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked. */
      rubric_score: number | null;
      /** Points by which the model’s score lies above the rubric’s; negative: below. */
      disagreement: number | null;
      /** Which questions the score rests on. */
      coverage: {
        basis: "template" | "asked";
        total: number;
        asked: number;
        answered: number;
        scored: number;
        other_words: number;
        unvouched: number;
        of_program: number;
      } | null;
      /** Why a person must look, the most serious first. */
      look_reasons: Array<{
        code: "manipulation" | "audit_failed" | "no_answers" | "unvouched_questions" | "not_all_asked" | "other_words" | "not_all_answered" | "not_readable" | "unclear_sound" | "unusual_answer" | "nothing_expected" | "unsure_scorer" | "little_evidence" | "weak_category" | "cuts_not_set" | "near_a_cut" | "band_crosses_cut" | "between_cuts" | "person_fails";
        message: string;
      }>;
      recommendation: "passed" | "failed" | "needs_review" | null;
      completed_at: string | null;
    } | null;
    /** A person's word; the latest counts. */
    decision: {
      decision: "passed" | "failed" | "needs_review";
      decided_at: string;
      /** A person's name; or the API key that sent it, for whoever it named. */
      decided_by: string;
    } | null;
  };
};

export type ListTemplatesAnswer = {
  success: boolean;
  data: Array<{
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    name: string;
    /** The number of the version that is published: 1, 2, 3 … */
    version: number;
    role_title: string;
    question_count: number;
    created_at: string;
    archived_at: string | null;
  }>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type CreateTemplateBody = {
  /** Unique in your organisation. */
  name: string;
  /** Your system's id. One line, unique within its kind in your organisation. */
  external_id?: string | null;
  /** What candidates read. */
  role_title: string;
  /** What the avatar says first. */
  introduction?: string;
  /** Of the four categories in the overall score. */
  category_weights?: {
    technical: number;
    communication: number;
    problem_solving: number;
    cultural_fit: number;
  };
  /** From this overall score on, `passed` is recommended. A proposal: see `cuts`. */
  pass_threshold?: number;
  /** Below this overall score, `failed` is recommended. A proposal: see `cuts`. */
  fail_threshold?: number;
  /** What you ask of people; none: a general set. */
  company_values?: Array<string>;
  /** Below 50 in one of these, `passed` is not recommended; where cuts were set, below their `fail` if that is lower. */
  gating_categories?: Array<"technical" | "communication" | "problem_solving" | "cultural_fit">;
  /** `failed` is recommended to nobody without a person's look. */
  require_person_to_fail?: boolean;
  /** Shows reviewers, under each spoken answer, how many filler words it has, how fast it was spoken and how easy its words read. They weigh nothing in any score, and depend on accent, language and nerves, so they are off unless you ask for them. Guests of a share link never see them. */
  coaching_notes?: boolean;
  avatar?: string;
  avatar_settings?: {
    name?: string;
    language?: string;
  };
  /** Lets candidates choose, in browsers that can, that the browser writes their words down while they speak. Their voice then also goes to the browser's maker, which the consent says, so it is off unless you ask for it, and off in the room until they turn it on. */
  browser_recognition?: boolean;
  /** In the order in which they are asked. */
  questions: Array<{
    /** Which question of your organisation it is, in whatever words: a corrected one stays the same. Without it, it is the question that had exactly this text in the version before, or else a new one. */
    id?: string;
    text: string;
    /** Decides which categories an answer says something about. */
    type: "technical" | "behavioral" | "situational" | "culture" | "general";
    difficulty?: "easy" | "medium" | "hard";
    /** What a good answer speaks of. */
    keywords?: Array<string>;
    ideal_answer?: string;
    /** Other answers that are as right as the ideal one: best real ones, in the words of people who rated well, since a rubric of words knows right answers by their words. The closest one counts. Write them without names: they are the template's, and stay when a candidate is erased. */
    also_right?: Array<string>;
    /** What is strong, what is weak. Never shown to candidates. */
    rubric_notes?: string;
    prep_seconds?: number | null;
    /** Advice to the candidate; null: no limit. */
    answer_seconds?: number | null;
    retakes?: number;
  }>;
};

export type CreateTemplateAnswer = {
  success: boolean;
  template: {
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    name: string;
    /** The number of the version that is published: 1, 2, 3 … */
    version: number;
    role_title: string;
    question_count: number;
    created_at: string;
    archived_at: string | null;
    introduction: string;
    category_weights: {
      technical: number;
      communication: number;
      problem_solving: number;
      cultural_fit: number;
    };
    pass_threshold: number;
    fail_threshold: number;
    cuts: {
      template_version_id: string;
      /** `proposed`: nobody has set the overall score's cuts by rated interviews for this version, so `pass_threshold` and `fail_threshold` are not validated. Models recommend by them; the built-in rubric recommends nothing, and a person looks. `set`: for some scorer they are set. */
      status: "proposed" | "set";
      /** Of each scorer and criterion the one that counts. */
      settings: Array<{
        /** Whose scores: method, model and versions. Those of another version are other scores. */
        scorer: string;
        /** A category, or `overall`. */
        criterion: string;
        pass: number;
        fail: number;
        method: "contrasting_groups" | "angoff";
        /** Rated interviews. */
        n: number;
        pass_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        fail_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        /** It was set for an earlier version, and since then wording alone was corrected. */
        inherited: boolean;
        set_at: string;
      }>;
    };
    company_values: Array<string>;
    gating_categories: Array<string>;
    require_person_to_fail: boolean;
    coaching_notes: boolean;
    avatar: string;
    avatar_settings: Record<string, unknown>;
    browser_recognition: boolean;
    questions: Array<{
      /** Stays the same in every version, whatever becomes of its words. */
      id: string;
      position: number;
      text: string;
      type: string;
      difficulty: string;
      keywords: Array<string>;
      ideal_answer: string;
      also_right: Array<string>;
      rubric_notes: string;
      prep_seconds: number | null;
      answer_seconds: number | null;
      retakes: number;
    }>;
    /** Every night the offline rubric is tried on the newest answers that were given to the published version. Null: it has not been yet. */
    audit: {
      /** Of the answers that it was tried on: the published version's, or an earlier one's until that has any. */
      version: number;
      ran_at: string;
      rubric_version: string;
      /** Whether each check was within its limit when it last could be judged. Where one was not, interviews of this version that this rubric scores are recommended `needs_review` only, with the look reason `audit_failed`. */
      holds: boolean;
      checks: Array<{
        /** What was changed that must change nothing: the candidate's name, the order of the questions, sentences that say nothing, misheard words, words to the scorer (the points gained, and the interviews that pass by it), the length of talk about something else. */
        measure: "name_swap" | "question_order" | "padding" | "word_errors" | "injection_gain" | "injection_upgrade" | "length";
        /** In points, null: there was nothing to compare. */
        value: number | null;
        limit: number;
        /** Comparisons that it rests on. */
        n: number;
        /** Null: too few to say. */
        holds: boolean | null;
      }>;
    } | null;
  };
};

export type GetTemplateAnswer = {
  success: boolean;
  template: {
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    name: string;
    /** The number of the version that is published: 1, 2, 3 … */
    version: number;
    role_title: string;
    question_count: number;
    created_at: string;
    archived_at: string | null;
    introduction: string;
    category_weights: {
      technical: number;
      communication: number;
      problem_solving: number;
      cultural_fit: number;
    };
    pass_threshold: number;
    fail_threshold: number;
    cuts: {
      template_version_id: string;
      /** `proposed`: nobody has set the overall score's cuts by rated interviews for this version, so `pass_threshold` and `fail_threshold` are not validated. Models recommend by them; the built-in rubric recommends nothing, and a person looks. `set`: for some scorer they are set. */
      status: "proposed" | "set";
      /** Of each scorer and criterion the one that counts. */
      settings: Array<{
        /** Whose scores: method, model and versions. Those of another version are other scores. */
        scorer: string;
        /** A category, or `overall`. */
        criterion: string;
        pass: number;
        fail: number;
        method: "contrasting_groups" | "angoff";
        /** Rated interviews. */
        n: number;
        pass_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        fail_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        /** It was set for an earlier version, and since then wording alone was corrected. */
        inherited: boolean;
        set_at: string;
      }>;
    };
    company_values: Array<string>;
    gating_categories: Array<string>;
    require_person_to_fail: boolean;
    coaching_notes: boolean;
    avatar: string;
    avatar_settings: Record<string, unknown>;
    browser_recognition: boolean;
    questions: Array<{
      /** Stays the same in every version, whatever becomes of its words. */
      id: string;
      position: number;
      text: string;
      type: string;
      difficulty: string;
      keywords: Array<string>;
      ideal_answer: string;
      also_right: Array<string>;
      rubric_notes: string;
      prep_seconds: number | null;
      answer_seconds: number | null;
      retakes: number;
    }>;
    /** Every night the offline rubric is tried on the newest answers that were given to the published version. Null: it has not been yet. */
    audit: {
      /** Of the answers that it was tried on: the published version's, or an earlier one's until that has any. */
      version: number;
      ran_at: string;
      rubric_version: string;
      /** Whether each check was within its limit when it last could be judged. Where one was not, interviews of this version that this rubric scores are recommended `needs_review` only, with the look reason `audit_failed`. */
      holds: boolean;
      checks: Array<{
        /** What was changed that must change nothing: the candidate's name, the order of the questions, sentences that say nothing, misheard words, words to the scorer (the points gained, and the interviews that pass by it), the length of talk about something else. */
        measure: "name_swap" | "question_order" | "padding" | "word_errors" | "injection_gain" | "injection_upgrade" | "length";
        /** In points, null: there was nothing to compare. */
        value: number | null;
        limit: number;
        /** Comparisons that it rests on. */
        n: number;
        /** Null: too few to say. */
        holds: boolean | null;
      }>;
    } | null;
  };
};

export type UpdateTemplateBody = {
  /** Unique in your organisation. */
  name?: string;
  /** Your system's id. One line, unique within its kind in your organisation. */
  external_id?: string | null;
  /** What candidates read. */
  role_title?: string;
  /** What the avatar says first. */
  introduction?: string;
  /** Of the four categories in the overall score. */
  category_weights?: {
    technical: number;
    communication: number;
    problem_solving: number;
    cultural_fit: number;
  };
  /** From this overall score on, `passed` is recommended. A proposal: see `cuts`. */
  pass_threshold?: number;
  /** Below this overall score, `failed` is recommended. A proposal: see `cuts`. */
  fail_threshold?: number;
  /** What you ask of people; none: a general set. */
  company_values?: Array<string>;
  /** Below 50 in one of these, `passed` is not recommended; where cuts were set, below their `fail` if that is lower. */
  gating_categories?: Array<"technical" | "communication" | "problem_solving" | "cultural_fit">;
  /** `failed` is recommended to nobody without a person's look. */
  require_person_to_fail?: boolean;
  /** Shows reviewers, under each spoken answer, how many filler words it has, how fast it was spoken and how easy its words read. They weigh nothing in any score, and depend on accent, language and nerves, so they are off unless you ask for them. Guests of a share link never see them. */
  coaching_notes?: boolean;
  avatar?: string;
  avatar_settings?: {
    name?: string;
    language?: string;
  };
  /** Lets candidates choose, in browsers that can, that the browser writes their words down while they speak. Their voice then also goes to the browser's maker, which the consent says, so it is off unless you ask for it, and off in the room until they turn it on. */
  browser_recognition?: boolean;
  /** In the order in which they are asked. */
  questions?: Array<{
    /** Which question of your organisation it is, in whatever words: a corrected one stays the same. Without it, it is the question that had exactly this text in the version before, or else a new one. */
    id?: string;
    text: string;
    /** Decides which categories an answer says something about. */
    type: "technical" | "behavioral" | "situational" | "culture" | "general";
    difficulty?: "easy" | "medium" | "hard";
    /** What a good answer speaks of. */
    keywords?: Array<string>;
    ideal_answer?: string;
    /** Other answers that are as right as the ideal one: best real ones, in the words of people who rated well, since a rubric of words knows right answers by their words. The closest one counts. Write them without names: they are the template's, and stay when a candidate is erased. */
    also_right?: Array<string>;
    /** What is strong, what is weak. Never shown to candidates. */
    rubric_notes?: string;
    prep_seconds?: number | null;
    /** Advice to the candidate; null: no limit. */
    answer_seconds?: number | null;
    retakes?: number;
  }>;
};

export type UpdateTemplateAnswer = {
  success: boolean;
  template: {
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    name: string;
    /** The number of the version that is published: 1, 2, 3 … */
    version: number;
    role_title: string;
    question_count: number;
    created_at: string;
    archived_at: string | null;
    introduction: string;
    category_weights: {
      technical: number;
      communication: number;
      problem_solving: number;
      cultural_fit: number;
    };
    pass_threshold: number;
    fail_threshold: number;
    cuts: {
      template_version_id: string;
      /** `proposed`: nobody has set the overall score's cuts by rated interviews for this version, so `pass_threshold` and `fail_threshold` are not validated. Models recommend by them; the built-in rubric recommends nothing, and a person looks. `set`: for some scorer they are set. */
      status: "proposed" | "set";
      /** Of each scorer and criterion the one that counts. */
      settings: Array<{
        /** Whose scores: method, model and versions. Those of another version are other scores. */
        scorer: string;
        /** A category, or `overall`. */
        criterion: string;
        pass: number;
        fail: number;
        method: "contrasting_groups" | "angoff";
        /** Rated interviews. */
        n: number;
        pass_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        fail_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        /** It was set for an earlier version, and since then wording alone was corrected. */
        inherited: boolean;
        set_at: string;
      }>;
    };
    company_values: Array<string>;
    gating_categories: Array<string>;
    require_person_to_fail: boolean;
    coaching_notes: boolean;
    avatar: string;
    avatar_settings: Record<string, unknown>;
    browser_recognition: boolean;
    questions: Array<{
      /** Stays the same in every version, whatever becomes of its words. */
      id: string;
      position: number;
      text: string;
      type: string;
      difficulty: string;
      keywords: Array<string>;
      ideal_answer: string;
      also_right: Array<string>;
      rubric_notes: string;
      prep_seconds: number | null;
      answer_seconds: number | null;
      retakes: number;
    }>;
    /** Every night the offline rubric is tried on the newest answers that were given to the published version. Null: it has not been yet. */
    audit: {
      /** Of the answers that it was tried on: the published version's, or an earlier one's until that has any. */
      version: number;
      ran_at: string;
      rubric_version: string;
      /** Whether each check was within its limit when it last could be judged. Where one was not, interviews of this version that this rubric scores are recommended `needs_review` only, with the look reason `audit_failed`. */
      holds: boolean;
      checks: Array<{
        /** What was changed that must change nothing: the candidate's name, the order of the questions, sentences that say nothing, misheard words, words to the scorer (the points gained, and the interviews that pass by it), the length of talk about something else. */
        measure: "name_swap" | "question_order" | "padding" | "word_errors" | "injection_gain" | "injection_upgrade" | "length";
        /** In points, null: there was nothing to compare. */
        value: number | null;
        limit: number;
        /** Comparisons that it rests on. */
        n: number;
        /** Null: too few to say. */
        holds: boolean | null;
      }>;
    } | null;
  };
};

export type ArchiveTemplateAnswer = {
  success: boolean;
  template: {
    id: string;
    /** Your system's id, where you gave one. */
    external_id: string | null;
    name: string;
    /** The number of the version that is published: 1, 2, 3 … */
    version: number;
    role_title: string;
    question_count: number;
    created_at: string;
    archived_at: string | null;
    introduction: string;
    category_weights: {
      technical: number;
      communication: number;
      problem_solving: number;
      cultural_fit: number;
    };
    pass_threshold: number;
    fail_threshold: number;
    cuts: {
      template_version_id: string;
      /** `proposed`: nobody has set the overall score's cuts by rated interviews for this version, so `pass_threshold` and `fail_threshold` are not validated. Models recommend by them; the built-in rubric recommends nothing, and a person looks. `set`: for some scorer they are set. */
      status: "proposed" | "set";
      /** Of each scorer and criterion the one that counts. */
      settings: Array<{
        /** Whose scores: method, model and versions. Those of another version are other scores. */
        scorer: string;
        /** A category, or `overall`. */
        criterion: string;
        pass: number;
        fail: number;
        method: "contrasting_groups" | "angoff";
        /** Rated interviews. */
        n: number;
        pass_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        fail_figures: {
          /** Rated interviews that belong below it, whatever their score. */
          below: number;
          above: number;
          /** Share of all rated interviews, 0–1, above it that belong below. */
          false_above: number;
          /** The same below it that belong above. */
          false_below: number;
          /** Between these two it lies in 95 of 100 such settings. */
          interval_low: number;
          interval_high: number;
          /** Over judges, in points; null where none judged. */
          standard_error: number | null;
        };
        /** It was set for an earlier version, and since then wording alone was corrected. */
        inherited: boolean;
        set_at: string;
      }>;
    };
    company_values: Array<string>;
    gating_categories: Array<string>;
    require_person_to_fail: boolean;
    coaching_notes: boolean;
    avatar: string;
    avatar_settings: Record<string, unknown>;
    browser_recognition: boolean;
    questions: Array<{
      /** Stays the same in every version, whatever becomes of its words. */
      id: string;
      position: number;
      text: string;
      type: string;
      difficulty: string;
      keywords: Array<string>;
      ideal_answer: string;
      also_right: Array<string>;
      rubric_notes: string;
      prep_seconds: number | null;
      answer_seconds: number | null;
      retakes: number;
    }>;
    /** Every night the offline rubric is tried on the newest answers that were given to the published version. Null: it has not been yet. */
    audit: {
      /** Of the answers that it was tried on: the published version's, or an earlier one's until that has any. */
      version: number;
      ran_at: string;
      rubric_version: string;
      /** Whether each check was within its limit when it last could be judged. Where one was not, interviews of this version that this rubric scores are recommended `needs_review` only, with the look reason `audit_failed`. */
      holds: boolean;
      checks: Array<{
        /** What was changed that must change nothing: the candidate's name, the order of the questions, sentences that say nothing, misheard words, words to the scorer (the points gained, and the interviews that pass by it), the length of talk about something else. */
        measure: "name_swap" | "question_order" | "padding" | "word_errors" | "injection_gain" | "injection_upgrade" | "length";
        /** In points, null: there was nothing to compare. */
        value: number | null;
        limit: number;
        /** Comparisons that it rests on. */
        n: number;
        /** Null: too few to say. */
        holds: boolean | null;
      }>;
    } | null;
  };
};

export type Webhook = {
  id: string;
  url: string;
  description: string;
  /** Which events it is sent; an empty list: all, those of later versions too. */
  events: Array<"interview.opened" | "interview.started" | "interview.completed" | "interview.interrupted" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made" | "candidate.deletion_requested" | "candidate.deletion_request_ended" | "candidate.erased">;
  enabled: boolean;
  disabled_at: string | null;
  /** Why we stopped sending, in words; null where somebody of yours disabled it. */
  disabled_reason: string | null;
  /** Until then messages are signed with the secret before as well. */
  previous_secret_expires_at: string | null;
  created_at: string;
};

export type ListWebhooksAnswer = {
  success: boolean;
  data: Array<Webhook>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type CreateWebhookBody = {
  /** https, on the public internet. */
  url: string;
  /** What it is for; one line. */
  description?: string;
  /** Which events it is sent; an empty list: all, those of later versions too. */
  events?: Array<"interview.opened" | "interview.started" | "interview.completed" | "interview.interrupted" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made" | "candidate.deletion_requested" | "candidate.deletion_request_ended" | "candidate.erased">;
};

export type CreateWebhookAnswer = {
  success: boolean;
  webhook: Webhook;
  /** Verifies signatures; this once. Null in a replayed answer. */
  secret: string | null;
};

export type DeleteWebhookAnswer = {
  success: boolean;
  message: string;
};

export type GetWebhookAnswer = {
  success: boolean;
  webhook: Webhook;
};

export type UpdateWebhookBody = {
  /** https, on the public internet. */
  url?: string;
  /** What it is for; one line. */
  description?: string;
  /** Which events it is sent; an empty list: all, those of later versions too. */
  events?: Array<"interview.opened" | "interview.started" | "interview.completed" | "interview.interrupted" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made" | "candidate.deletion_requested" | "candidate.deletion_request_ended" | "candidate.erased">;
  /** `true` goes on where a disabled webhook stopped. */
  enabled?: boolean;
};

export type UpdateWebhookAnswer = {
  success: boolean;
  webhook: Webhook;
};

export type WebhookDelivery = {
  id: string;
  webhook_id: string;
  /** The header `webhook-id`: the same at each try. */
  message_id: string;
  type: string;
  /** Null: a test event. */
  interview_id: string | null;
  status: "pending" | "delivered" | "failed";
  created_at: string;
  delivered_at: string | null;
  /** When it is tried next, unless an earlier event of the interview has to arrive first. */
  next_attempt_at: string | null;
  attempt_count: number;
  /** What is sent. */
  payload: Record<string, unknown>;
  /** Newest first, the latest ten: what came back. */
  attempts: Array<{
    at: string;
    /** Null: no answer, and `error` says why. */
    response_status: number | null;
    /** The answer's first 4 KiB. */
    response_body: string;
    error: string | null;
    duration_ms: number;
  }>;
};

export type ListWebhookDeliveriesAnswer = {
  success: boolean;
  data: Array<WebhookDelivery>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type GetWebhookDeliveryAnswer = {
  success: boolean;
  delivery: WebhookDelivery;
};

export type RedeliverWebhookAnswer = {
  success: boolean;
  delivery: WebhookDelivery;
};

export type ReplayWebhookBody = {
  /** Events of this moment and later, as far back as they are kept. */
  since: string;
  /** Events before this moment only. */
  until?: string;
};

export type ReplayWebhookAnswer = {
  success: boolean;
  webhook: Webhook;
  /** How many events are on their way now: the oldest 5,000 at most. */
  count: number;
  /** True: there may be more. The same request again sends the next ones. */
  more: boolean;
};

export type RotateWebhookSecretAnswer = {
  success: boolean;
  webhook: Webhook;
  /** Verifies signatures; this once. Null in a replayed answer. */
  secret: string | null;
};

export type TestWebhookAnswer = {
  success: boolean;
  delivery: WebhookDelivery;
};

export type ApiKey = {
  id: string;
  name: string;
  /** `test`: it works in the sandbox. */
  kind: "live" | "test";
  /** How the key begins, to recognise it by. */
  prefix: string;
  /** `admin` includes the others. */
  scopes: Array<"read" | "write" | "admin">;
  /** Pages of these origins may use it in a browser. */
  cors_origins: Array<string>;
  /** When it ends; null: never. */
  expires_at: string | null;
  created_at: string;
  /** To the minute. */
  last_used_at: string | null;
  revoked_at: string | null;
};

export type ListApiKeysAnswer = {
  success: boolean;
  data: Array<ApiKey>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type CreateApiKeyBody = {
  /** What it is for; one line. */
  name: string;
  /** `live` without it. */
  kind?: "live" | "test";
  /** `read` and `write` without it. */
  scopes?: Array<"read" | "write" | "admin">;
  /** At most 20; none without it. */
  cors_origins?: Array<string>;
  /** When it ends; without it: never. */
  expires_at?: string | null;
};

export type CreateApiKeyAnswer = {
  success: boolean;
  api_key: ApiKey;
  /** The key itself, this once. Null in a replayed answer. */
  key: string | null;
};

export type RevokeApiKeyAnswer = {
  success: boolean;
  api_key: ApiKey;
};

export type AuditEvent = {
  id: string;
  at: string;
  /** `subject.verb`. New ones may come. */
  action: string;
  actor: {
    /** `user`, `api_key`, `candidate`, `share_link`, `stranger` or `system`. */
    kind: string;
    id: string | null;
    /** As it is now; null for the system, and for what is gone. */
    name: string | null;
  };
  /** The member that a program named as the one whose act it is. */
  on_behalf_of: {
    id: string;
    name: string | null;
  } | null;
  subject: {
    kind: string;
    id: string;
  };
  /** What else there is to say; never a secret. */
  detail: Record<string, unknown>;
};

export type ListAuditEventsAnswer = {
  success: boolean;
  data: Array<AuditEvent>;
  /** Asks for the next page; null: this was the last. */
  next_cursor: string | null;
};

export type GetHealthAnswer = {
  success: boolean;
  message: string;
  checks: Record<string, boolean>;
  oldest_waiting_job: {
    job: string;
    seconds: number;
  } | null;
};

export type GetLiveAnswer = {
  success: boolean;
  message: string;
};

export type GetOpenApiAnswer = {
  openapi: string;
};

export type GetReadyAnswer = {
  success: boolean;
  message: string;
  checks: Record<string, boolean>;
};

export type InterviewOpenedMessage = {
  type: "interview.opened";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
  };
};

export type InterviewStartedMessage = {
  type: "interview.started";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    started_at: string;
  };
};

export type InterviewCompletedMessage = {
  type: "interview.completed";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    ended_at: string;
  };
};

export type InterviewInterruptedMessage = {
  type: "interview.interrupted";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    /** When something last came from the candidate. */
    last_seen_at: string;
  };
};

export type RecordingReadyMessage = {
  type: "recording.ready";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    /** Counts published files: a late upload makes a new one. */
    version: number;
    /** Made while the candidate may still come back. */
    provisional: boolean;
  };
};

export type AnalysisCompletedMessage = {
  type: "analysis.completed";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    analysis_id: string;
    /** 1, 2, 3 …: no analysis is ever overwritten. */
    version: number;
    /** Made while the candidate may still come back. */
    provisional: boolean;
    final_status: "passed" | "failed" | "needs_review" | null;
    /** Which questions the scores rest on. */
    coverage: {
      basis: "template" | "asked";
      total: number;
      asked: number;
      answered: number;
      scored: number;
      other_words: number;
      unvouched: number;
      of_program: number;
    } | null;
  };
};

export type AnalysisFailedMessage = {
  type: "analysis.failed";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    analysis_id: string;
    /** 1, 2, 3 …: no analysis is ever overwritten. */
    version: number;
  };
};

export type DecisionMadeMessage = {
  type: "decision.made";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    decision_id: string;
    decision: "passed" | "failed" | "needs_review";
    /** A person, or a program for a person that it named. */
    made_by: "user" | "api_key";
    /** Of the key that sent it. */
    api_key_id: string | null;
    /** What it was made on; 0: there was no file. */
    recording_version: number | null;
    /** Likewise; 0: nothing was scored. */
    analysis_version: number | null;
  };
};

export type CandidateDeletionRequestedMessage = {
  type: "candidate.deletion_requested";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    requested_at: string;
  };
};

export type CandidateDeletionRequestEndedMessage = {
  type: "candidate.deletion_request_ended";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
    /** `kept`: by a member; `withdrawn`: by the candidate. */
    outcome: "kept" | "withdrawn";
  };
};

export type CandidateErasedMessage = {
  type: "candidate.erased";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    interview_id: string;
    /** Your id of the interview, where you gave one. */
    interview_external_id: string | null;
    candidate_id: number;
    /** Your id of the candidate, where you gave one. */
    candidate_external_id: string | null;
    /** Null before the interview has been started. */
    session_id: string | null;
    links: {
      /** The page on which people review the interview. */
      review: string;
      /** Asked with an API key: scores and feedback. */
      analysis: string | null;
      /** Asked with an API key: state and media of the recording. */
      recording: string | null;
    };
  };
};

export type WebhookTestMessage = {
  type: "webhook.test";
  /** When it happened, which may be long before it is delivered. */
  timestamp: string;
  data: {
    webhook_id: string;
  };
};

export type ErrorCode =
  | "malformed_request"
  | "not_json"
  | "invalid_idempotency_key"
  | "unauthenticated"
  | "forbidden"
  | "second_factor_required"
  | "media_link_invalid"
  | "not_found"
  | "interview_not_found"
  | "session_not_found"
  | "question_not_found"
  | "answer_not_found"
  | "candidate_not_found"
  | "recording_not_found"
  | "analysis_not_found"
  | "decision_not_found"
  | "share_link_not_found"
  | "template_not_found"
  | "webhook_not_found"
  | "delivery_not_found"
  | "method_not_allowed"
  | "interview_completed"
  | "interview_not_completed"
  | "already_decided"
  | "analysis_under_way"
  | "session_ended"
  | "recording_closed"
  | "recording_incomplete"
  | "session_in_use"
  | "session_taken_over"
  | "session_limit_reached"
  | "consent_required"
  | "consent_unknown"
  | "deletion_requested"
  | "no_deletion_request"
  | "part_conflict"
  | "already_invited"
  | "name_differs"
  | "candidate_conflict"
  | "external_id_taken"
  | "template_changed"
  | "template_name_taken"
  | "webhook_disabled"
  | "too_many_webhooks"
  | "second_factor_exists"
  | "idempotency_conflict"
  | "idempotency_in_progress"
  | "invitation_expired"
  | "invitation_revoked"
  | "erased"
  | "body_too_large"
  | "range_not_satisfiable"
  | "invalid_fields"
  | "part_mismatch"
  | "too_many_requests"
  | "internal"
  | "unavailable"
  | "storage_full";

export type Operations = {
  /** Start a session */
  "POST /api/interview/session/start": {
    options: { body: StartSessionBody };
    answer: StartSessionAnswer;
  };
  /** Add a question */
  "POST /api/interview/question/add": {
    options: { body: AddQuestionBody };
    answer: AddQuestionAnswer;
  };
  /** Add an answer */
  "POST /api/interview/answer/add": {
    options: { body: AddAnswerBody };
    answer: AddAnswerAnswer;
  };
  /** End a session */
  "POST /api/interview/session/end": {
    options: { body: EndSessionBody };
    answer: EndSessionAnswer;
  };
  /** Record the candidate's consent */
  "POST /api/interview/consent": {
    options: { body: RecordConsentBody };
    answer: RecordConsentAnswer;
  };
  /** Ask for the candidate's data to be deleted */
  "POST /api/interview/deletion-request": {
    options: { body: RequestDeletionBody };
    answer: RequestDeletionAnswer;
  };
  /** Take a request for deletion back */
  "POST /api/interview/deletion-request/withdraw": {
    options: { body: WithdrawDeletionRequestBody };
    answer: WithdrawDeletionRequestAnswer;
  };
  /** Report a technical issue */
  "POST /api/interview/issue/add": {
    options: { body: AddIssueBody };
    answer: AddIssueAnswer;
  };
  /** Put right what was heard in a spoken answer */
  "PUT /api/interview/session/{session_id}/answers/{answer_id}/words": {
    options: { path: { "session_id": string; "answer_id": string }; body: CorrectWordsBody };
    answer: CorrectWordsAnswer;
  };
  /** Get the next question of the template */
  "GET /api/interview/session/{session_id}/next-questions": {
    options: { path: { "session_id": string } };
    answer: GetNextQuestionsAnswer;
  };
  /** Hear a question */
  "GET /api/interview/session/{session_id}/voice/{part}": {
    options: { path: { "session_id": string; "part": string } };
    answer: Response;
  };
  /** Get what was heard in spoken answers */
  "GET /api/interview/session/{session_id}/words": {
    options: { path: { "session_id": string } };
    answer: GetHeardWordsAnswer;
  };
  /** Get the analysis */
  "GET /api/interview/analysis/{candidate_id}": {
    options: { path: { "candidate_id": number }; query?: { "session_id"?: string } };
    answer: GetAnalysisAnswer;
  };
  /** Get the recording's description */
  "GET /api/interview/recording/{candidate_id}": {
    options: { path: { "candidate_id": number }; query?: { "session_id"?: string } };
    answer: GetRecordingAnswer;
  };
  /** Play or download the recording */
  "GET /api/interview/recording/{candidate_id}/media": {
    options: { path: { "candidate_id": number }; query?: { "session_id"?: string; "download"?: "0" | "1"; "format"?: "mp4"; "file"?: string } };
    answer: Response;
  };
  /** Get everything of a session */
  "GET /api/interview/session/{session_id}": {
    options: { path: { "session_id": string } };
    answer: GetSessionAnswer;
  };
  /** Open a link to a recording's file */
  "GET /api/media/{link}": {
    options: { path: { "link": string } };
    answer: Response;
  };
  /** List analyses */
  "GET /api/v1/analyses": {
    options: { query?: { "limit"?: number; "cursor"?: string; "candidate_id"?: string; "interview_id"?: string; "session_id"?: string; "analysis_status"?: "pending" | "processing" | "completed" | "failed"; "final_status"?: "passed" | "failed" | "needs_review"; "latest"?: "0" | "1"; "created_after"?: string; "created_before"?: string; "fields"?: string } };
    answer: ListAnalysesAnswer;
  };
  /** Read an analysis */
  "GET /api/v1/analyses/{analysis_id}": {
    options: { path: { "analysis_id": string } };
    answer: ReadAnalysisAnswer;
  };
  /** List decisions */
  "GET /api/v1/decisions": {
    options: { query?: { "limit"?: number; "cursor"?: string; "candidate_id"?: string; "interview_id"?: string; "decision"?: "passed" | "failed" | "needs_review"; "created_after"?: string; "created_before"?: string } };
    answer: ListDecisionsAnswer;
  };
  /** Decide about a finished interview */
  "POST /api/v1/decisions": {
    options: { body: CreateDecisionBody };
    answer: CreateDecisionAnswer;
  };
  /** Read a decision */
  "GET /api/v1/decisions/{decision_id}": {
    options: { path: { "decision_id": string } };
    answer: ReadDecisionAnswer;
  };
  /** Export interviews */
  "GET /api/v1/exports/interviews": {
    options: { query?: { "format"?: "csv" | "xlsx" | "jsonl"; "bom"?: "0" | "1"; "search"?: string; "state"?: "to_review" | "another_look" | "deletion_requested" | "invited" | "in_progress" | "interrupted" | "completed" | "expired" | "revoked"; "template_id"?: string; "invited_after"?: string; "invited_before"?: string } };
    answer: Response;
  };
  /** Accept late parts of a recording */
  "POST /api/v1/interviews/{interview_id}/late-parts": {
    options: { path: { "interview_id": string } };
    answer: AcceptLatePartsAnswer;
  };
  /** Share an interview */
  "POST /api/v1/interviews/{interview_id}/share-links": {
    options: { path: { "interview_id": string }; body: CreateShareLinkBody };
    answer: CreateShareLinkAnswer;
  };
  /** List recordings */
  "GET /api/v1/recordings": {
    options: { query?: { "limit"?: number; "cursor"?: string; "candidate_id"?: string; "interview_id"?: string; "recording_status"?: "not_started" | "recording" | "completed" | "failed"; "started_after"?: string; "started_before"?: string } };
    answer: ListRecordingsAnswer;
  };
  /** Read a recording's description */
  "GET /api/v1/recordings/{session_id}": {
    options: { path: { "session_id": string } };
    answer: ReadRecordingAnswer;
  };
  /** Get a link to a recording's file */
  "GET /api/v1/recordings/{session_id}/link": {
    options: { path: { "session_id": string }; query?: { "expires_in_seconds"?: number; "download"?: "0" | "1"; "file"?: string } };
    answer: LinkRecordingAnswer;
  };
  /** List sessions */
  "GET /api/v1/sessions": {
    options: { query?: { "limit"?: number; "cursor"?: string; "candidate_id"?: string; "interview_id"?: string; "status"?: "active" | "completed"; "started_after"?: string; "started_before"?: string } };
    answer: ListSessionsAnswer;
  };
  /** Read a session */
  "GET /api/v1/sessions/{session_id}": {
    options: { path: { "session_id": string } };
    answer: ReadSessionAnswer;
  };
  /** List the versions of a session's analysis */
  "GET /api/v1/sessions/{session_id}/analyses": {
    options: { path: { "session_id": string } };
    answer: ListAnalysisVersionsAnswer;
  };
  /** Score a finished session again */
  "POST /api/v1/sessions/{session_id}/analyses": {
    options: { path: { "session_id": string }; body: RunAnalysisBody };
    answer: RunAnalysisAnswer;
  };
  /** Compare two versions of a session's analysis */
  "GET /api/v1/sessions/{session_id}/analyses/changes": {
    options: { path: { "session_id": string }; query: { "from": string; "to": string } };
    answer: ReadAnalysisChangesAnswer;
  };
  /** Read a session's analysis */
  "GET /api/v1/sessions/{session_id}/analysis": {
    options: { path: { "session_id": string }; query?: { "version"?: string } };
    answer: ReadSessionAnalysisAnswer;
  };
  /** List a session's questions */
  "GET /api/v1/sessions/{session_id}/questions": {
    options: { path: { "session_id": string }; query?: { "limit"?: number; "cursor"?: string } };
    answer: ListSessionQuestionsAnswer;
  };
  /** List share links */
  "GET /api/v1/share-links": {
    options: { query?: { "limit"?: number; "cursor"?: string; "interview_id"?: string } };
    answer: ListShareLinksAnswer;
  };
  /** Revoke a share link */
  "DELETE /api/v1/share-links/{share_link_id}": {
    options: { path: { "share_link_id": string } };
    answer: RevokeShareLinkAnswer;
  };
  /** Claim a session for one page */
  "POST /api/interview/session/{session_id}/claim": {
    options: { path: { "session_id": string }; body: ClaimSessionBody };
    answer: ClaimSessionAnswer;
  };
  /** Open a segment */
  "POST /api/interview/session/{session_id}/segments": {
    options: { path: { "session_id": string }; body: OpenSegmentBody };
    answer: OpenSegmentAnswer;
  };
  /** Close a segment */
  "POST /api/interview/session/{session_id}/segments/{segment}/close": {
    options: { path: { "session_id": string; "segment": number }; body: CloseSegmentBody };
    answer: CloseSegmentAnswer;
  };
  /** Store a part */
  "PUT /api/interview/session/{session_id}/segments/{segment}/parts/{seq}": {
    options: { path: { "session_id": string; "segment": number; "seq": number }; headers: { "X-Part-Offset": string; "X-Part-Sha256": string }; body: Blob | ArrayBuffer | Uint8Array<ArrayBuffer> };
    answer: PutPartAnswer;
  };
  /** See what has arrived */
  "GET /api/interview/session/{session_id}/upload": {
    options: { path: { "session_id": string } };
    answer: GetUploadAnswer;
  };
  /** List candidates */
  "GET /api/v1/candidates": {
    options: { query?: { "limit"?: number; "cursor"?: string; "email"?: string; "external_id"?: string; "q"?: string; "created_after"?: string; "created_before"?: string } };
    answer: ListCandidatesAnswer;
  };
  /** Create a candidate */
  "POST /api/v1/candidates": {
    options: { body: CreateCandidateBody };
    answer: CreateCandidateAnswer;
  };
  /** Erase a candidate */
  "DELETE /api/v1/candidates/{candidate_id}": {
    options: { path: { "candidate_id": number } };
    answer: EraseCandidateAnswer;
  };
  /** Get a candidate */
  "GET /api/v1/candidates/{candidate_id}": {
    options: { path: { "candidate_id": number } };
    answer: GetCandidateAnswer;
  };
  /** Change a candidate */
  "PATCH /api/v1/candidates/{candidate_id}": {
    options: { path: { "candidate_id": number }; body: UpdateCandidateBody };
    answer: UpdateCandidateAnswer;
  };
  /** List interviews */
  "GET /api/v1/interviews": {
    options: { query?: { "limit"?: number; "cursor"?: string; "state"?: "to_review" | "another_look" | "deletion_requested" | "invited" | "in_progress" | "interrupted" | "completed" | "expired" | "revoked"; "candidate_id"?: number; "candidate_external_id"?: string; "template_id"?: string; "external_id"?: string; "recommendation"?: "passed" | "failed" | "needs_review"; "decision"?: "passed" | "failed" | "needs_review"; "created_after"?: string; "created_before"?: string; "fields"?: string } };
    answer: ListInterviewsAnswer;
  };
  /** Invite a candidate to an interview */
  "POST /api/v1/interviews": {
    options: { body: CreateInterviewBody };
    answer: CreateInterviewAnswer;
  };
  /** Invite many candidates at once */
  "POST /api/v1/interviews/bulk": {
    options: { body: CreateInterviewsBody };
    answer: CreateInterviewsAnswer;
  };
  /** Get an interview */
  "GET /api/v1/interviews/{interview_id}": {
    options: { path: { "interview_id": string } };
    answer: GetInterviewAnswer;
  };
  /** Give an invitation more time */
  "POST /api/v1/interviews/{interview_id}/extend": {
    options: { path: { "interview_id": string }; body: ExtendInterviewBody };
    answer: ExtendInterviewAnswer;
  };
  /** Get the candidate's link again */
  "GET /api/v1/interviews/{interview_id}/link": {
    options: { path: { "interview_id": string } };
    answer: GetInterviewLinkAnswer;
  };
  /** Withdraw an invitation */
  "POST /api/v1/interviews/{interview_id}/revoke": {
    options: { path: { "interview_id": string } };
    answer: RevokeInterviewAnswer;
  };
  /** List templates */
  "GET /api/v1/templates": {
    options: { query?: { "limit"?: number; "cursor"?: string; "external_id"?: string; "name"?: string; "archived"?: "true" | "false"; "created_after"?: string; "created_before"?: string } };
    answer: ListTemplatesAnswer;
  };
  /** Create a template */
  "POST /api/v1/templates": {
    options: { body: CreateTemplateBody };
    answer: CreateTemplateAnswer;
  };
  /** Get a template with its questions */
  "GET /api/v1/templates/{template_id}": {
    options: { path: { "template_id": string } };
    answer: GetTemplateAnswer;
  };
  /** Change a template */
  "PATCH /api/v1/templates/{template_id}": {
    options: { path: { "template_id": string }; body: UpdateTemplateBody };
    answer: UpdateTemplateAnswer;
  };
  /** Put a template away */
  "POST /api/v1/templates/{template_id}/archive": {
    options: { path: { "template_id": string } };
    answer: ArchiveTemplateAnswer;
  };
  /** List webhooks */
  "GET /api/v1/webhooks": {
    options: { query?: { "limit"?: number; "cursor"?: string } };
    answer: ListWebhooksAnswer;
  };
  /** Add a webhook */
  "POST /api/v1/webhooks": {
    options: { body: CreateWebhookBody };
    answer: CreateWebhookAnswer;
  };
  /** Remove a webhook */
  "DELETE /api/v1/webhooks/{webhook_id}": {
    options: { path: { "webhook_id": string } };
    answer: DeleteWebhookAnswer;
  };
  /** Get a webhook */
  "GET /api/v1/webhooks/{webhook_id}": {
    options: { path: { "webhook_id": string } };
    answer: GetWebhookAnswer;
  };
  /** Change a webhook */
  "PATCH /api/v1/webhooks/{webhook_id}": {
    options: { path: { "webhook_id": string }; body: UpdateWebhookBody };
    answer: UpdateWebhookAnswer;
  };
  /** List what a webhook was sent */
  "GET /api/v1/webhooks/{webhook_id}/deliveries": {
    options: { path: { "webhook_id": string }; query?: { "limit"?: number; "cursor"?: string; "status"?: "pending" | "delivered" | "failed" } };
    answer: ListWebhookDeliveriesAnswer;
  };
  /** Get a delivery */
  "GET /api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}": {
    options: { path: { "webhook_id": string; "delivery_id": string } };
    answer: GetWebhookDeliveryAnswer;
  };
  /** Send a delivery again */
  "POST /api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver": {
    options: { path: { "webhook_id": string; "delivery_id": string } };
    answer: RedeliverWebhookAnswer;
  };
  /** Send what a webhook missed */
  "POST /api/v1/webhooks/{webhook_id}/replay": {
    options: { path: { "webhook_id": string }; body: ReplayWebhookBody };
    answer: ReplayWebhookAnswer;
  };
  /** Give a webhook a new secret */
  "POST /api/v1/webhooks/{webhook_id}/rotate-secret": {
    options: { path: { "webhook_id": string } };
    answer: RotateWebhookSecretAnswer;
  };
  /** Send a test event */
  "POST /api/v1/webhooks/{webhook_id}/test": {
    options: { path: { "webhook_id": string } };
    answer: TestWebhookAnswer;
  };
  /** List API keys */
  "GET /api/v1/api-keys": {
    options: { query?: { "limit"?: number; "cursor"?: string } };
    answer: ListApiKeysAnswer;
  };
  /** Make an API key */
  "POST /api/v1/api-keys": {
    options: { body: CreateApiKeyBody };
    answer: CreateApiKeyAnswer;
  };
  /** Revoke an API key */
  "POST /api/v1/api-keys/{api_key_id}/revoke": {
    options: { path: { "api_key_id": string } };
    answer: RevokeApiKeyAnswer;
  };
  /** List who did what */
  "GET /api/v1/audit-events": {
    options: { query?: { "limit"?: number; "cursor"?: string; "action"?: string; "subject_id"?: string } };
    answer: ListAuditEventsAnswer;
  };
  /** See whether everything works */
  "GET /api/health": {
    options: {  };
    answer: GetHealthAnswer;
  };
  /** See whether this process is alive */
  "GET /api/live": {
    options: {  };
    answer: GetLiveAnswer;
  };
  /** Get this document */
  "GET /api/openapi.json": {
    options: {  };
    answer: GetOpenApiAnswer;
  };
  /** See whether this process may be sent requests */
  "GET /api/ready": {
    options: {  };
    answer: GetReadyAnswer;
  };
};
