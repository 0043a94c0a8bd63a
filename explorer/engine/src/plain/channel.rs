//! What those hand on who use a channel.

use super::clock::Clock;

/// What a channel hands on: a send to the receive of its message (the message carries that), a
/// receive to the send that gets the room, and whoever hangs up to those who notice.
///
/// That is all that a channel promises. Two senders are not put in order by it, nor are two
/// receivers, nor the sender of one message and the receiver of another.
#[derive(Debug, Default)]
pub struct ChannelOrder {
    /// How many messages were sent.
    sent: usize,
    /// By each receive, in a channel whose room is limited.
    received: Vec<Clock>,
    by_senders: Clock,
    by_receivers: Clock,
}

impl ChannelOrder {
    /// A message comes into a channel with this `room`. Its sender gets to know what the receive
    /// has handed on that has made room for it.
    pub fn send(&mut self, room: Option<usize>) -> Clock {
        self.sent += 1;
        let made_by = room.and_then(|room| self.sent.checked_sub(room + 1));
        let clock = made_by.and_then(|receive| self.received.get(receive));
        clock.cloned().unwrap_or_default()
    }

    /// A message leaves a channel with this `room`, by a receiver that hands on what it knows.
    pub fn receive(&mut self, room: Option<usize>, knows: Clock) {
        if room.is_some() {
            self.received.push(knows);
        }
    }

    /// A sender hangs up.
    pub fn sender_leaves(&mut self, knows: &Clock) {
        self.by_senders.join(knows);
    }

    /// A receiver hangs up.
    pub fn receiver_leaves(&mut self, knows: &Clock) {
        self.by_receivers.join(knows);
    }

    /// What a receiver gets to know that finds all senders gone.
    pub fn of_senders(&self) -> Clock {
        self.by_senders.clone()
    }

    /// What a sender gets to know that finds all receivers gone.
    pub fn of_receivers(&self) -> Clock {
        self.by_receivers.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::ThreadId;

    fn clock(epoch: u32) -> Clock {
        let mut clock = Clock::default();
        clock.advance(ThreadId(1), epoch);
        clock
    }

    #[test]
    fn the_receive_comes_first_that_makes_the_room() {
        let mut order = ChannelOrder::default();
        assert_eq!(order.send(Some(2)), Clock::default());
        assert_eq!(order.send(Some(2)), Clock::default());
        order.receive(Some(2), clock(1));
        assert_eq!(order.send(Some(2)), clock(1));
        order.receive(Some(2), clock(2));
        assert_eq!(order.send(Some(2)), clock(2));
    }

    #[test]
    fn nobody_waits_for_room_where_there_is_always_some() {
        let mut order = ChannelOrder::default();
        order.send(None);
        order.receive(None, clock(1));
        assert_eq!(order.send(None), Clock::default());
    }
}
