"""Runs a whole TalentFlow interview over its API. Needs Python 3.8 or newer, nothing else.

    python3 talentflow.py http://localhost:5000 tf_test_...

The functions of the interview recording guide, with a key, and those that come before: invite and wait.
"""

import json
import sys
import time
import urllib.error
import urllib.request
import uuid

RETRIES = 5


class TalentFlowError(Exception):
    """The server refused. `code` is one of the catalogue at /docs/errors, `issues` name fields."""

    def __init__(self, status, code, message, issues):
        super().__init__(f"{status} {code}: {message}")
        self.status, self.code, self.issues = status, code, issues


class TalentFlow:
    def __init__(self, base_url, api_key):
        self.base_url, self.api_key = base_url.rstrip("/"), api_key

    def ask(self, method, path, body=None):
        """One request. Repeats what the server asks to repeat; a POST is done once, however often it is sent."""
        headers = {"Authorization": f"Bearer {self.api_key}", "Content-Type": "application/json"}
        if method == "POST":
            headers["Idempotency-Key"] = str(uuid.uuid4())
        data = None if body is None else json.dumps(body).encode()
        for attempt in range(RETRIES + 1):
            request = urllib.request.Request(f"{self.base_url}/api/{path}", data, headers, method=method)
            try:
                with urllib.request.urlopen(request, timeout=30) as response:
                    return json.load(response)
            except urllib.error.HTTPError as error:
                retry_after = error.headers.get("Retry-After")
                if retry_after is None or attempt == RETRIES:
                    raise refusal(error) from None
                time.sleep(float(retry_after))

    # Provisioning

    def first_template(self):
        return self.ask("GET", "v1/templates?limit=1")["data"][0]["id"]

    def invite(self, name, email, template_id):
        body = {"candidate": {"name": name, "email": email}, "template_id": template_id}
        return self.ask("POST", "v1/interviews", body)

    # The functions of the guide

    def start_interview_session(self, interview_token):
        config = {"format": "webm", "quality": "HD", "audio": True, "video": True}
        body = {"interview_token": interview_token, "recording_config": config}
        return self.ask("POST", "interview/session/start", body)["session_id"]

    def add_question(self, session_id, text, question_type="general"):
        data = {"text": text, "type": question_type, "avatar": "default", "keywords": [], "difficulty": "medium"}
        body = {"session_id": session_id, "question_data": data}
        return self.ask("POST", "interview/question/add", body)["question_id"]

    def add_answer(self, session_id, question_id, text, duration=0):
        data = {"text": text, "duration": duration, "audio_quality": "good", "confidence": 0.8}
        body = {"session_id": session_id, "question_id": question_id, "answer_data": data}
        return self.ask("POST", "interview/answer/add", body)["answer_id"]

    def end_interview_session(self, session_id):
        return self.ask("POST", "interview/session/end", {"session_id": session_id})["success"]

    def get_interview_analysis(self, candidate_id):
        return self.ask("GET", f"interview/analysis/{candidate_id}")["analysis"]

    def wait_for_analysis(self, candidate_id, seconds=120):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            analysis = self.get_interview_analysis(candidate_id)
            if analysis["analysis_status"] in ("completed", "failed"):
                return analysis
            time.sleep(1)
        raise TimeoutError(f"still {analysis['analysis_status']} after {seconds} s")


def refusal(error):
    try:
        body = json.load(error)
        return TalentFlowError(error.code, body["error"]["code"], body["message"], body["error"]["issues"])
    except (ValueError, KeyError):  # not ours: a proxy's page
        return TalentFlowError(error.code, "unexpected_answer", error.reason, [])


def main(base_url, api_key):
    talentflow = TalentFlow(base_url, api_key)
    invited = talentflow.invite("Ada Lovelace", "ada@example.com", talentflow.first_template())
    session_id = talentflow.start_interview_session(invited["interview_token"])
    question_id = talentflow.add_question(session_id, "How do you find a slow query?", "technical")
    talentflow.add_answer(session_id, question_id, "I measure first, read its plan, add an index and measure again.", 20)
    talentflow.end_interview_session(session_id)
    print(json.dumps(talentflow.wait_for_analysis(invited["candidate_id"]), indent=2))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
