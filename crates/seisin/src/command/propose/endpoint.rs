//! A service that speaks the `OpenAI` protocol for chats, over HTTP.

use crate::{args::ProposeArgs, exit::Failure};
use std::time::Duration;
use ureq::Agent;

/// The longest answer taken, new or kept, in bytes.
pub(super) const LONGEST_ANSWER: u64 = 8 << 20;

/// Where questions go.
pub(super) struct Endpoint {
    agent: Agent,
    address: String,
    authorization: Option<String>,
}

impl Endpoint {
    /// The service that the command line names, where it names one.
    ///
    /// # Errors
    /// Fails for an address that is neither `http` nor `https`.
    pub(super) fn of(args: &ProposeArgs) -> Result<Option<Self>, Failure> {
        let Some(base) = args.endpoint.as_deref().filter(|_| !args.kept_only) else {
            return Ok(None);
        };
        if !["http://", "https://"].iter().any(|scheme| base.starts_with(scheme)) {
            return Err(Failure::Usage(format!(
                "--endpoint {base} is no address\nhint: it begins with http:// or https:// and \
                 mostly ends in /v1"
            )));
        }
        let config = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(args.wait)))
            .max_redirects(0)
            .http_status_as_error(false)
            .build();
        Ok(Some(Self {
            agent: Agent::new_with_config(config),
            address: format!("{}/chat/completions", base.trim_end_matches('/')),
            authorization: args.key.as_ref().map(|key| format!("Bearer {key}")),
        }))
    }

    /// What the service answers to a request's body.
    ///
    /// # Errors
    /// Why there is no answer, fit to follow the place of the report.
    pub(super) fn ask(&self, body: &str) -> Result<String, String> {
        let mut request = self.agent.post(&self.address).content_type("application/json");
        if let Some(authorization) = &self.authorization {
            request = request.header("Authorization", authorization);
        }
        let mut response = request.send(body).map_err(|error| self.silent(&error.to_string()))?;
        let status = response.status();
        let read = response.body_mut().with_config().limit(LONGEST_ANSWER).read_to_string();
        let answer = read.map_err(|error| self.silent(&error.to_string()))?;
        if status.is_success() {
            return Ok(answer);
        }
        let said: String = answer.chars().take(200).collect();
        Err(self.silent(&format!("it answered {status}: {}", said.trim())))
    }

    fn silent(&self, why: &str) -> String {
        format!(
            "{} gave no answer: {why}\nhint: is the service running there, does it know the model, \
             does it want a key (SEISIN_MODEL_KEY)?",
            self.address
        )
    }
}
