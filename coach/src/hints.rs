//! Hints: the sections of `hints.md`, each under a heading of the second level.

/// The hints of a file, without their headings.
pub(crate) fn split(text: &str) -> Vec<String> {
    let mut hints: Vec<String> = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        in_code ^= line.trim_start().starts_with("```");
        if line.starts_with("## ") && !in_code {
            hints.push(String::new());
        } else if let Some(hint) = hints.last_mut() {
            hint.push_str(line);
            hint.push('\n');
        }
    }
    hints.iter().map(|hint| hint.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn each_heading_begins_a_hint() {
        let hints =
            split("# NAME\n\n## A nudge\n\nWait.\n\n## More\n\n```text\n## no heading\n```\n");
        assert_eq!(hints, ["Wait.", "```text\n## no heading\n```"]);
    }
}
