use std::sync::{Condvar, Mutex, PoisonError};

/// Where nobody goes on before enough of them are inside at the same time. Made by [`meeting`].
#[derive(Debug)]
pub struct Meeting {
    size: usize,
    inside: Mutex<usize>,
    complete: Condvar,
}

/// A meeting of `size` threads, there for as long as the program is.
///
/// It proves overlap: the check has the learner's code call [`Meeting::join`] from where two are
/// to be at the same time. Whoever lets one in after the other waits for ever. Once it was
/// complete, it holds up nobody any more.
pub fn meeting(size: usize) -> &'static Meeting {
    Box::leak(Box::new(Meeting {
        size,
        inside: Mutex::new(0),
        complete: Condvar::new(),
    }))
}

/// Where one waits for the other, whoever comes first: a meeting of two that proves nothing, and only
/// lets something go on when something else has happened.
pub fn handshake() -> &'static Meeting {
    meeting(2)
}

impl Meeting {
    /// Comes in, and waits for nobody: for whoever lets others go on, and has no need to stay.
    pub fn pass(&self) {
        *self.inside.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.complete.notify_all();
    }

    /// Comes in, and waits until enough are inside.
    pub fn join(&self) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        *inside += 1;
        self.complete.notify_all();
        while *inside < self.size {
            let woken = self.complete.wait(inside);
            inside = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }
}
