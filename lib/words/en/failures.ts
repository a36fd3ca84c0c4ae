/** Why an interview could not be scored, for whoever looks at it: the service that was asked, and what it did. */
export const failures = {
  service_timeout: "The AI service at {host} did not answer within {seconds} seconds.",
  service_endless: "The AI service at {host} sent more than an answer can be.",
  service_protocol: "The AI service at {host} answered in a form that is not understood.",
  service_cut: "The connection to the AI service at {host} broke off.",
  service_unreachable: "The AI service at {host} could not be reached.",
  service_declined: "The AI service at {host} declined to answer.",
  service_quota: "The quota of the AI service at {host} is used up.",
  service_credit: "The credit of the AI service at {host} is used up.",
  service_busy: "The AI service at {host} is asked too much at the moment.",
  "service_busy:status": "The AI service at {host} was too busy ({status}).",
  service_key: "The AI service at {host} did not accept the key.",
  service_model: "The AI service at {host} does not know the model “{model}”, or its address is wrong.",
  service_error: "The AI service at {host} had an error of its own ({status}).",
  service_refused: "The AI service at {host} refused the request ({status}).",
  model_cut_off: "The model's answer was cut off: it was too long.",
  model_form: "The model did not answer in the form it was asked for.",
  model_form_twice: "The model did not return an assessment that can be read, and its second try did not either.",
  model_thoughts:
    "The model's server took the whole answer for thoughts and left nothing as the answer: its reasoning parser does not fit the model, or has to be off.",
  model_room: "The model “{model}” may not write an answer as long as it needs (its limit for output is too small).",
  "model_room:left":
    "The model “{model}” may not write an answer as long as it needs (its limit leaves {room} tokens for output, and {least} are the least).",
  model_text_too_long: "The text is longer than the model “{model}” can read.",
  speech_crashed:
    "The speech recogniser on this server broke down while it heard an answer. It can be tried again; the recording itself is unharmed.",
  "speech_limit:computing_time":
    "Hearing an answer took more computing time than it may. A smaller speech model is faster: see SPEECH_MODEL.",
  "speech_limit:memory":
    "Hearing an answer took more memory than it may. A smaller speech model needs less: see SPEECH_MODEL.",
  "speech_limit:time":
    "Hearing an answer took too long, because this server was busy with other work. It can be tried again.",
  speech_model_unreadable:
    "The speech model “{model}” on this server cannot be loaded: a file of it is missing or damaged. Install it again with “talentflow speech install”.",
  speech_language:
    "The speech model “{model}” on this server does not know the language of the answers ({language}). Install one that does: “talentflow speech status” lists them.",
  speech_sound_unreadable: "The sound of an answer cannot be read: it is empty or damaged.",
  speech_on_its_way: "The speech model is being fetched for this server; that is done once.",
  speech_no_model:
    "This server has no speech model: “talentflow speech status” says why, and “talentflow speech install” installs one.",
  "speech_no_model:network":
    "The speech model could not be fetched: the network cannot reach its maker. That is tried again by itself; “talentflow speech install --from FILE” installs one by hand.",
  "speech_no_model:disk":
    "The speech model could not be fetched: the disk is full. Make room, and it is tried again by itself.",
  speech_no_language:
    "No speech model on this server knows the language of this interview ({language}). “talentflow speech install {model}” installs one that does.",
  "speech_no_language:none": "No speech model knows the language of this interview ({language}).",
  speech_session_limit:
    "This server has heard {hours} hours of this interview, and hears no more of it. Please listen to the recording.",
  gave_up: "The answers could not be scored because of an error on our side.",
  transcription_gave_up: "The answer could not be written down because of an error on our side.",
  not_transcribed: "The spoken answers could not be written down. {reason}",
} as const;
