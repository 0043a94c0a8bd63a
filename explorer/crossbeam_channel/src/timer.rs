//! Channels whose messages are sent by time itself.

use crate::handles::Receiver;
use crate::port::{Got, Patience, Port, Ways};
use interleave::{
    Fingerprinter, Identity, Object, ObjectId, Order, Reason, Seen, Site, ThreadId, Time, What,
    World, perform_now,
};
use interleave_std::time::Instant;
use std::cell::Cell;
use std::panic::Location;
use std::ptr;
use std::sync::Arc;
use std::time::Duration;

/// A channel that sends the time, once or again and again.
pub(crate) struct Timer {
    identity: Identity,
    first: Duration,
    period: Option<Duration>,
}

/// A channel that sends the time once, after this long.
#[track_caller]
pub fn after(duration: Duration) -> Receiver<Instant> {
    timer(Instant::__in(duration), None, Location::caller())
}

/// A channel that sends the time once, at this moment.
#[track_caller]
pub fn at(when: Instant) -> Receiver<Instant> {
    timer(when, None, Location::caller())
}

/// A channel that sends the time again and again.
#[track_caller]
pub fn tick(duration: Duration) -> Receiver<Instant> {
    timer(Instant::__in(duration), Some(duration), Location::caller())
}

/// A channel that sends nothing, ever.
pub const fn never<T>() -> Receiver<T> {
    Receiver::never()
}

fn timer(first: Instant, period: Option<Duration>, site: Site) -> Receiver<Instant> {
    let identity = Identity::new(site);
    let timer = Arc::new(Timer {
        identity,
        first: first.__since_start(),
        period,
    });
    interleave::current::note_counts(Arc::as_ptr(&timer));
    Receiver::timer(timer)
}

struct State {
    /// When the next message comes.
    next: Option<Duration>,
    period: Option<Duration>,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        if self.period.is_some() {
            "tick"
        } else {
            "after"
        }
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.number(self.next.is_some().into());
        if let Some(next) = self.next
            && (world.shows_time() || world.model().time == Time::Idle)
        {
            into.wide(next.saturating_sub(world.clock()).as_nanos());
        }
    }

    fn show(&self, _world: &World) -> String {
        match self.next {
            Some(next) => format!("at {next:?}"),
            None => "over".to_owned(),
        }
    }

    /// Nobody sends, and receivers are not put in order by what each of them receives.
    fn order(&self) -> Order {
        Order::Nothing
    }
}

impl Timer {
    fn object(&self, world: &mut World) -> ObjectId {
        let state = State {
            next: Some(self.first),
            period: self.period,
        };
        self.identity.object(world, (ptr::null(), 0), |_| state)
    }

    /// Whether there is a message now: a step.
    pub(crate) fn look(&self, verb: &'static str, site: Site) -> bool {
        let id = interleave::with_world(|world| {
            world.show_time();
            self.object(world)
        });
        let Some(id) = id else { return false };
        perform_now(What::new(verb).on(id).at(site), |world, _| {
            let next = world.object::<State>(id).next;
            let due = next.is_some_and(|next| next <= world.clock());
            (Seen::number(due.into()), due)
        })
    }
}

/// The one end of a timer that there is.
pub(crate) struct TimerPort<'a> {
    timer: &'a Timer,
    id: Cell<Option<ObjectId>>,
    sent: &'a Cell<Option<Instant>>,
}

impl<'a> TimerPort<'a> {
    pub(crate) fn new(timer: &'a Timer, sent: &'a Cell<Option<Instant>>) -> Self {
        TimerPort {
            timer,
            id: Cell::new(None),
            sent,
        }
    }

    fn id(&self) -> ObjectId {
        self.id.get().expect("a thread has come to this port")
    }
}

impl Port for TimerPort<'_> {
    fn object(&self, world: &mut World) -> Option<ObjectId> {
        self.id.set(Some(self.timer.object(world)));
        self.id.get()
    }

    fn ways(&self, world: &World, _me: ThreadId, _patience: Patience) -> Ways {
        let anytime = world.model().time == Time::Anytime;
        match world.object::<State>(self.id()).next {
            None => Ways::NONE,
            // What is not part of the state must not decide anything.
            Some(_) if anytime && !world.shows_time() => Ways::perhaps(1),
            Some(next) if next <= world.clock() => Ways::ONE,
            Some(_) if anytime => Ways::perhaps(1),
            Some(_) => Ways::NONE,
        }
    }

    fn go(
        &self,
        world: &mut World,
        _me: ThreadId,
        _way: Option<u32>,
        _patience: Patience,
    ) -> (Seen, Got) {
        let next = world
            .object::<State>(self.id())
            .next
            .expect("a timer that goes off is set");
        world.pass_time(next);
        let now = world.clock();
        let state = world.object_mut::<State>(self.id());
        state.next = state.period.map(|period| now + period);
        // As long as nobody looks at the time, all moments are alike.
        let moment = if world.shows_time() {
            next
        } else {
            Duration::ZERO
        };
        self.sent.set(Some(Instant::__at(moment)));
        (Seen::wide(moment.as_nanos()), Got::Done)
    }

    fn is_timer(&self) -> bool {
        true
    }

    fn due(&self, world: &World) -> Option<Duration> {
        world.object::<State>(self.id()).next
    }

    fn reason(&self, world: &World) -> Reason {
        let why = match world.object::<State>(self.id()).next {
            Some(_) => "is not due",
            None => "sends no more",
        };
        Reason::object(world, why, self.id())
    }

    fn address(&self) -> *const () {
        ptr::from_ref(self.timer).cast()
    }
}

/// The end of a channel that sends nothing, ever.
pub(crate) struct NeverPort;

impl Port for NeverPort {
    fn object(&self, _world: &mut World) -> Option<ObjectId> {
        None
    }

    fn ways(&self, _world: &World, _me: ThreadId, _patience: Patience) -> Ways {
        Ways::NONE
    }

    fn go(
        &self,
        _world: &mut World,
        _me: ThreadId,
        _way: Option<u32>,
        _patience: Patience,
    ) -> (Seen, Got) {
        unreachable!("it is never ready")
    }

    fn reason(&self, _world: &World) -> Reason {
        Reason {
            why: "sends nothing, ever",
            ..Reason::default()
        }
    }

    fn address(&self) -> *const () {
        ptr::null()
    }
}
