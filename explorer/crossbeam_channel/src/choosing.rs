//! The one operation on channels: to use one of several ports.

use crate::port::{Got, Patience, Port};
use interleave::{
    Choice, ObjectId, Readiness, Reason, Seen, Site, ThreadId, Time, What, World, perform,
};
use interleave_std::time::Instant;
use std::time::Duration;

/// How long a thread waits for one of its ports to be ready.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wait {
    /// Not at all.
    No,
    /// Until then.
    Until(Instant),
    /// As long as it takes.
    ForEver,
}

impl Wait {
    /// At most for this time from now.
    pub(crate) fn at_most(timeout: Duration) -> Wait {
        Wait::Until(Instant::__in(timeout))
    }

    fn patience(self) -> Patience {
        match self {
            Wait::No => Patience::Looks,
            Wait::Until(_) | Wait::ForEver => Patience::Waits,
        }
    }
}

/// The ports among which a thread chooses.
pub(crate) struct Choosing<'a> {
    pub(crate) ports: &'a [Option<&'a dyn Port>],
    /// Whether the first port comes first.
    pub(crate) biased: bool,
    pub(crate) wait: Wait,
}

/// What the scheduler can let happen.
#[derive(Clone, Copy)]
enum Event {
    /// A port is used, in one of its ways.
    Use(usize, u32),
    /// Another thread has met this one.
    Met(usize),
    /// None is ready (or not in time).
    Nothing,
}

impl Choosing<'_> {
    /// Which port was used, and what came of it; nothing if none was ready in time.
    ///
    /// `detail` is what a reader is told beside the verb.
    pub(crate) fn perform(
        &self,
        verb: &'static str,
        site: Site,
        detail: Option<&dyn Fn(&World) -> String>,
    ) -> Option<(usize, Got)> {
        let patience = self.wait.patience();
        let (me, ..) = interleave::current::current()?;
        let (only, timeout) = interleave::with_world(|world| self.arrive(world, me))?;
        let what = What {
            object: only,
            detail,
            ..What::new(verb)
        };
        perform(
            what.at(site).within(timeout),
            |world, me| self.readiness(world, me),
            |world, me, choice| {
                let event = self.event(world, me, choice);
                let done = match event {
                    Event::Nothing => {
                        if let Wait::Until(deadline) = self.wait {
                            world.pass_time(deadline.__since_start());
                        }
                        None
                    }
                    Event::Use(index, way) => {
                        let port = self.port(index);
                        Some((index, port.go(world, me, Some(way), patience)))
                    }
                    Event::Met(index) => {
                        Some((index, self.port(index).go(world, me, None, patience)))
                    }
                };
                self.ports().for_each(|(_, port)| port.leave(world, me));
                match done {
                    Some((index, (seen, got))) => {
                        let number = Seen::number(index as u64 + 1).and(Seen::number(got as u64));
                        (number.and(seen), Some((index, got)))
                    }
                    None => {
                        world.tell(|_| "not ready".to_owned());
                        (Seen::number(0), None)
                    }
                }
            },
        )
    }

    fn ports(&self) -> impl Iterator<Item = (usize, &dyn Port)> {
        let ports = self.ports.iter().enumerate();
        ports.filter_map(|(index, port)| Some((index, (*port)?)))
    }

    fn port(&self, index: usize) -> &dyn Port {
        self.ports[index].expect("a port is chosen among those that are there")
    }

    /// The thread comes to wait. Says which channel it is about, if there is only one, and how long
    /// it waits until something happens by itself.
    fn arrive(&self, world: &mut World, me: ThreadId) -> (Option<ObjectId>, Option<Duration>) {
        let objects: Vec<_> = self.ports().map(|(_, port)| port.object(world)).collect();
        let places: Vec<ObjectId> = self
            .ports()
            .filter_map(|(_, port)| port.meeting_place(world))
            .collect();
        if self.wait.patience() == Patience::Waits {
            for (index, port) in self.ports() {
                port.arrive(world, me, index, &places);
            }
        }
        if self.ports().any(|(_, port)| port.is_timer()) && !matches!(self.wait, Wait::ForEver) {
            // Whether a timer or the thread's own patience comes first is a matter of the clock.
            world.show_time();
        }
        let only = if objects.len() == 1 { objects[0] } else { None };
        let own = match self.wait {
            Wait::Until(deadline) => Some(deadline.__since_start()),
            Wait::No | Wait::ForEver => None,
        };
        let timers = self.ports().filter_map(|(_, port)| port.due(world));
        let earliest = match world.model().time {
            // There a timer is one of the ways to go on.
            Time::Anytime => own,
            Time::Idle => timers.chain(own).min(),
        };
        (
            only,
            earliest.map(|earliest| earliest.saturating_sub(world.clock())),
        )
    }

    /// Everything that can happen now to a thread that waits, if it does not have to wait on.
    fn events(&self, world: &World, me: ThreadId) -> Vec<Event> {
        let patience = self.wait.patience();
        let (mut events, mut sure) = (Vec::new(), false);
        for (index, port) in self.ports() {
            let ways = port.ways(world, me, patience);
            events.extend((0..ways.number).map(|way| Event::Use(index, way)));
            sure |= ways.sure && ways.number > 0;
            if sure && self.biased {
                break;
            }
        }
        let anytime = world.model().time == Time::Anytime;
        match self.wait {
            Wait::No if !sure => events.push(Event::Nothing),
            Wait::Until(_) if anytime && !sure && !self.timer_is_first(world) => {
                events.push(Event::Nothing);
            }
            _ => {}
        }
        events
    }

    /// Whether a timer goes off before the thread stops waiting.
    fn timer_is_first(&self, world: &World) -> bool {
        let Wait::Until(end) = self.wait else {
            return false;
        };
        self.ports().any(|(_, port)| {
            port.due(world)
                .is_some_and(|due| due <= end.__since_start())
        })
    }

    fn met(&self, world: &World, me: ThreadId) -> Option<usize> {
        self.ports().find_map(|(_, port)| port.met(world, me))
    }

    fn readiness(&self, world: &World, me: ThreadId) -> Readiness {
        if let Some(index) = self.met(world, me) {
            // Who has met this thread has decided already what comes next.
            return match self.port(index).must_wait(world, me) {
                true => Readiness::Blocked(self.port(index).reason(world)),
                false => Readiness::AtOnce,
            };
        }
        if let Some((_, port)) = self.ports().find(|(_, port)| port.is_unknown(world)) {
            return Readiness::Blocked(port.reason(world));
        }
        let events = self.events(world, me);
        if !events.is_empty() {
            let ways = u32::try_from(events.len()).expect("fewer than 2³² ways");
            return Readiness::Ready(ways);
        }
        let waits = matches!(self.wait, Wait::Until(_));
        let idle = world.model().time == Time::Idle;
        match waits || (idle && self.ports().any(|(_, port)| port.due(world).is_some())) {
            true => Readiness::UntilDeadline(self.reason(world)),
            false => Readiness::Blocked(self.reason(world)),
        }
    }

    fn reason(&self, world: &World) -> Reason {
        let mut ports = self.ports();
        match (ports.next(), ports.next()) {
            (Some((_, port)), None) => port.reason(world),
            (None, _) => Reason {
                why: "has nothing to choose from",
                ..Reason::default()
            },
            _ => Reason {
                why: "finds none of its channels ready",
                ..Reason::default()
            },
        }
    }

    /// What the scheduler has chosen.
    fn event(&self, world: &World, me: ThreadId, choice: Choice) -> Event {
        if let Some(index) = self.met(world, me) {
            return Event::Met(index);
        }
        match choice {
            Choice::Way(way) => self.events(world, me)[way as usize],
            Choice::TimeOut => {
                // The clock has been moved on to the earliest of all deadlines.
                let due = |(index, port): (usize, &dyn Port)| {
                    let due = port.due(world)? <= world.clock();
                    due.then_some(Event::Use(index, 0))
                };
                self.ports().find_map(due).unwrap_or(Event::Nothing)
            }
        }
    }
}
