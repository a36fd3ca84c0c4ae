/** Why a message did not reach the receiver of a webhook, and why a webhook was disabled, for whoever runs the receiver. */
export const deliveries = {
  connection_refused: "The connection was refused.",
  connection_closed: "The connection was closed before there was an answer.",
  host_unreachable: "The host cannot be reached.",
  network_unreachable: "The host's network cannot be reached.",
  no_connection: "No connection was made in time.",
  "no_connection:within": "No connection within {seconds} seconds.",
  headers_too_long: "The answer's headers are too long.",
  no_answer: "No answer within {seconds} seconds.",
  not_http: "The answer is not valid HTTP ({fault}).",
  not_secure: "The secure connection failed ({fault}).",
  failed: "The exchange failed.",
  "failed:fault": "The exchange failed ({fault}).",
  redirected: "Redirects are not followed: give the webhook its new address.",

  needs_https: "The address must begin with https.",
  port: "The address's port must be 80, 443 or one from 1024 on.",
  own_host: "The host's name is this machine's own, which is not on the public internet.",
  no_address: "The host's name has no address.",
  not_public: "The host leads to {address}, which is not on the public internet.",
  not_resolved: "The host's name could not be resolved.",

  secret_unreadable:
    "The secret that signs its messages cannot be read any more, because the server's own secret has changed. Rotate the webhook's secret and give its receiver the new one.",
  gone: "The receiver answered 410 Gone: it wants no more messages.",
  given_up: "An event ({type}) could not be delivered for three days.",
} as const;
