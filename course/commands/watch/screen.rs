//! What is shown: a cleared screen on a terminal, plain text elsewhere.

use crossterm::{cursor, execute, terminal};
use std::io::{IsTerminal, Write};

/// Where the session is shown.
pub struct Screen {
    /// Whether each text takes the place of the one before.
    clears: bool,
}

impl Screen {
    pub fn new() -> Screen {
        Screen {
            clears: std::io::stdout().is_terminal(),
        }
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        match terminal::size() {
            Ok((columns, _)) if self.clears => usize::from(columns),
            _ => 80,
        }
    }

    /// Shows a text; without colours where there are none.
    pub fn show(&mut self, text: &str) -> std::io::Result<()> {
        let mut out = anstream::stdout().lock();
        if self.clears {
            let all = terminal::Clear(terminal::ClearType::All);
            let back = terminal::Clear(terminal::ClearType::Purge);
            execute!(std::io::stdout(), all, back, cursor::MoveTo(0, 0))?;
        }
        // While single keys are read, the terminal does not return the carriage by itself.
        let text = match terminal::is_raw_mode_enabled() {
            Ok(true) => text.replace('\n', "\r\n"),
            _ => text.to_owned(),
        };
        out.write_all(text.as_bytes())?;
        out.flush()
    }
}
