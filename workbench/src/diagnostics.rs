//! What the compiler said: its text and its error codes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::normalize;

/// What the compiler said of one program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompilerSaid {
    /// The codes of its errors (`E0499`), or the lint's name where a lint is the error
    /// (`let_underscore_lock`).
    pub codes: BTreeSet<String>,
    /// Errors that have neither code nor lint, such as those of the parser.
    pub errors_without_code: usize,
    /// Errors and warnings as a reader sees them, without the closing summary.
    pub text: String,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    code: Option<Code>,
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

impl CompilerSaid {
    /// Reads what `rustc --error-format=json` wrote. A line that is no JSON (a crash of the
    /// compiler, a word of the linker) is kept as it is.
    #[must_use]
    pub fn parse(stderr: &str) -> Self {
        let mut said = Self::default();
        for line in stderr.lines() {
            match serde_json::from_str::<Diagnostic>(line) {
                Ok(diagnostic) => said.add(diagnostic),
                Err(_) => said.text.push_str(&format!("{line}\n")),
            }
        }
        said.text = normalize::compiler(&said.text);
        said
    }

    fn add(&mut self, diagnostic: Diagnostic) {
        let rendered = diagnostic.rendered.unwrap_or_default();
        // The summary counts the errors and names `rustc --explain`: no news to a reader who
        // has just seen them.
        let is_summary = diagnostic.code.is_none()
            && (rendered.starts_with("error: aborting due to")
                || rendered.starts_with("For more information about"))
            || diagnostic.level == "failure-note";
        if is_summary || rendered.starts_with("Some errors have detailed explanations") {
            return;
        }
        if diagnostic.level.starts_with("error") {
            match diagnostic.code {
                Some(code) => drop(self.codes.insert(code.code)),
                None => self.errors_without_code += 1,
            }
        }
        self.text.push_str(&rendered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_errors_alone() {
        let said = CompilerSaid::parse(
            r#"{"level":"warning","code":{"code":"unused_variables"},"rendered":"warning: unused\n\n"}
{"level":"error","code":{"code":"E0499"},"rendered":"error[E0499]: twice\n\n"}
{"level":"error","code":null,"rendered":"error: aborting due to 1 previous error\n\n"}
{"level":"failure-note","code":null,"rendered":"For more information about this error\n"}"#,
        );
        assert_eq!(said.codes, BTreeSet::from(["E0499".to_owned()]));
        assert_eq!(said.errors_without_code, 0);
        assert_eq!(said.text, "warning: unused\n\nerror[E0499]: twice\n");
    }

    #[test]
    fn an_error_of_the_parser_is_counted() {
        let said = CompilerSaid::parse(
            r#"{"level":"error","code":null,"rendered":"error: expected item\n\n"}"#,
        );
        assert_eq!(said.errors_without_code, 1);
    }
}
