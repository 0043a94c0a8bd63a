//! Numbers that a check of an exercise asks for.

use crate::fingerprint::Fingerprinter;
use crate::object::ObjectId;
use crate::stream::Stream;
use crate::world::{ThreadId, World};

/// How often locks were taken or tried on the program's own lines.
///
/// Two states that differ in it are different, so it must not grow for ever: it stops at one more
/// than anybody wants to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tally {
    count: usize,
    most: usize,
}

/// What the operations are called that take or try a lock.
const TAKES: [&str; 6] = ["lock", "try_lock", "read", "try_read", "write", "try_write"];

impl Tally {
    pub(crate) fn fingerprint(&self, into: &mut Fingerprinter) {
        into.number(self.count as u64);
    }
}

impl World {
    /// How many threads were started so far.
    pub fn started(&self) -> usize {
        self.threads.len() - 1
    }

    /// Counts from now on how often locks are taken or tried on the program's own lines, up to
    /// `most` and one more.
    pub fn count_locks(&mut self, most: usize) {
        self.tally = Some(Tally { count: 0, most });
    }

    /// How often that was since [`World::count_locks`].
    pub fn locks(&self) -> Option<usize> {
        self.tally.map(|tally| tally.count)
    }

    /// Counts the operation at which `thread` is parked, and which takes effect now.
    pub(crate) fn tally(&mut self, thread: ThreadId) {
        let Some(mut tally) = self.tally else { return };
        let operation = self.threads[thread.0].operation();
        let Some(what) = operation.map(|operation| operation.what()) else {
            return;
        };
        let takes = TAKES.contains(&what.verb) || is_timed(what.verb);
        let on_stream = what.object.is_some_and(is_stream);
        if takes && !on_stream && self.parked_position(thread) != (0, 0) {
            tally.count = tally.count.min(tally.most) + 1;
            self.tally = Some(tally);
        }
    }
}

/// `try_lock_for`, `try_read_until` and the like.
fn is_timed(verb: &str) -> bool {
    let stem = verb.strip_suffix("_for").or(verb.strip_suffix("_until"));
    stem.is_some_and(|stem| TAKES.contains(&stem))
}

fn is_stream(object: ObjectId) -> bool {
    [Stream::Out, Stream::Err]
        .iter()
        .any(|stream| stream.object() == object)
}
