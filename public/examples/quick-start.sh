BASE=${BASE:-http://localhost:5000} KEY=${KEY:?a key: npx talentflow api-key create --test --name first-day}
ask() { curl -sS --fail-with-body "$BASE/api/$1" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" "${@:2}"; }
field() { grep -o "\"$1\":[^,}]*" | head -1 | sed 's/^[^:]*://; s/"//g'; }
TEMPLATE=$(ask v1/templates | field id)
INVITED=$(ask v1/interviews -d '{"candidate": {"name": "Ada Lovelace", "email": "ada@example.com"}, "template_id": "'$TEMPLATE'"}')
SESSION=$(ask interview/session/start -d '{"interview_token": "'$(field interview_token <<< "$INVITED")'"}' | field session_id)
QUESTION=$(ask interview/question/add -d '{"session_id": "'$SESSION'", "question_data": {"text": "Why do you write tests?"}}' | field question_id)
ask interview/answer/add -d '{"session_id": "'$SESSION'", "question_id": "'$QUESTION'", "answer_data": {"text": "They catch what I break later, and a failing test tells me exactly where to look."}}'
ask interview/session/end -d '{"session_id": "'$SESSION'"}'
until ask v1/sessions/$SESSION/analysis | grep '"analysis_status":"completed"'; do sleep 1; done
