//! What the program prints.

use crate::fingerprint::Fingerprinter;
use crate::object::{Object, ObjectId, Site};
use crate::operation::{Readiness, Reason, What, perform};
use crate::seen::Seen;
use crate::world::{self, ThreadId, World};

/// Where something is printed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

impl Stream {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Stream::Out => "stdout",
            Stream::Err => "stderr",
        }
    }

    /// Both streams are made with the world, in this order.
    pub(crate) fn object(self) -> ObjectId {
        ObjectId(self as usize)
    }
}

/// What was printed so far, and who has locked the stream.
pub(crate) struct Printed {
    stream: Stream,
    text: String,
    lock: Option<(ThreadId, usize)>,
}

impl Printed {
    pub(crate) fn new(stream: Stream) -> Self {
        Printed {
            stream,
            text: String::new(),
            lock: None,
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

impl Object for Printed {
    fn kind(&self) -> &'static str {
        self.stream.name()
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.bytes(self.text.as_bytes());
        into.optional(
            self.lock
                .map(|(thread, _)| world.thread_number(thread).into()),
        );
        into.number(self.lock.map_or(0, |(_, depth)| depth as u64));
    }

    fn show(&self, world: &World) -> String {
        match self.lock {
            Some((thread, _)) => {
                format!("{:?}, locked by {}", self.text, world.thread_name(thread))
            }
            None => format!("{:?}", self.text),
        }
    }

    fn holders(&self) -> Vec<ThreadId> {
        self.lock.iter().map(|(thread, _)| *thread).collect()
    }
}

fn unless_locked(world: &World, me: ThreadId, stream: ObjectId) -> Readiness {
    match world.object::<Printed>(stream).lock {
        Some((owner, _)) if owner != me => {
            Readiness::Blocked(Reason::object(world, "is locked", stream))
        }
        _ => Readiness::Ready(1),
    }
}

/// Prints `text`, as one step. Outside of an execution it is printed for good.
pub fn print(stream: Stream, text: &str, site: Option<Site>) {
    if !world::running() {
        if world::outside() {
            match stream {
                Stream::Out => std::print!("{text}"),
                Stream::Err => std::eprint!("{text}"),
            }
        }
        return;
    }
    let object = stream.object();
    let verb = if stream == Stream::Out {
        "print"
    } else {
        "eprint"
    };
    let detail = |_: &World| format!("{:?}", text.strip_suffix('\n').unwrap_or(text));
    perform(
        What {
            site,
            ..What::new(verb)
        }
        .on(object)
        .with(&detail),
        |world, me| unless_locked(world, me, object),
        |world, _, _| {
            world.object_mut::<Printed>(object).text.push_str(text);
            (Seen::nothing(), ())
        },
    );
}

/// Locks a stream for the running thread, which may do so more than once.
pub fn lock_stream(stream: Stream, site: Site) {
    if !world::running() {
        return;
    }
    let object = stream.object();
    perform(
        What::new("lock").on(object).at(site),
        |world, me| unless_locked(world, me, object),
        |world, me, _| {
            let lock = &mut world.object_mut::<Printed>(object).lock;
            *lock = Some((me, lock.map_or(1, |(_, depth)| depth + 1)));
            (Seen::nothing(), ())
        },
    );
}

/// Undoes one [`lock_stream`].
pub fn unlock_stream(stream: Stream) {
    if !world::running() {
        return;
    }
    let object = stream.object();
    perform(
        What::new("unlock").on(object),
        |_, _| Readiness::Ready(1),
        |world, _, _| {
            let lock = &mut world.object_mut::<Printed>(object).lock;
            *lock = lock.and_then(|(owner, depth)| (depth > 1).then_some((owner, depth - 1)));
            (Seen::nothing(), ())
        },
    );
}
