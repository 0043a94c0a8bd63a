//! The keyboard: single keys on a terminal, lines elsewhere.

use super::Event;
use crossterm::event::{self, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal;
use std::io::{BufRead, IsTerminal};
use std::sync::mpsc::Sender;
use std::thread;

/// A terminal that hands on single keys until this is dropped.
pub struct Keyboard {
    raw: bool,
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        if self.raw {
            // There is nobody left to be told.
            let _ = terminal::disable_raw_mode();
        }
    }
}

/// Sends keys from now on.
pub fn listen(send: Sender<Event>) -> Keyboard {
    let on_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let raw = on_terminal && terminal::enable_raw_mode().is_ok();
    thread::spawn(move || match raw {
        true => read_keys(&send),
        false => read_lines(&send),
    });
    Keyboard { raw }
}

fn read_keys(send: &Sender<Event>) {
    while let Ok(event) = event::read() {
        let sent = match event {
            event::Event::Resize(..) => send.send(Event::Resized),
            event::Event::Key(key) if key.kind != KeyEventKind::Release => match key.code {
                // The terminal does not make a signal of it any more.
                KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                    send.send(Event::Key('q'))
                }
                KeyCode::Char(key) => send.send(Event::Key(key.to_ascii_lowercase())),
                // Whatever it is, it is not yes.
                _ => send.send(Event::Key(' ')),
            },
            _ => Ok(()),
        };
        if sent.is_err() {
            return;
        }
    }
}

fn read_lines(send: &Sender<Event>) {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let key = line.trim().chars().next().unwrap_or(' ');
        if send.send(Event::Key(key.to_ascii_lowercase())).is_err() {
            return;
        }
    }
}
