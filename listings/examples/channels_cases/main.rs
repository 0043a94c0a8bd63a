use crossbeam_channel::{Receiver, RecvError, Sender, TryRecvError, TrySendError};
use crossbeam_channel::{bounded, never, select};

fn received(message: Result<i32, RecvError>) -> String {
    message.map_or("closed".to_string(), |n| n.to_string())
}

// try receives if that is possible at once.
fn try_recv(c: &Receiver<i32>) -> String {
    match c.try_recv() {
        Ok(n) => n.to_string(),
        Err(TryRecvError::Disconnected) => "closed".to_string(),
        Err(TryRecvError::Empty) => "would wait".to_string(),
    }
}

fn try_send(c: &Sender<i32>) -> &'static str {
    match c.try_send(1) {
        Ok(()) => "sent",
        Err(TrySendError::Full(_)) => "would wait",
        Err(TrySendError::Disconnected(_)) => "nobody can receive",
    }
}

fn main() {
    let (give, c) = bounded(3);
    println!(
        "new, with room for 3: {} of {}",
        c.len(),
        c.capacity().unwrap()
    );
    give.send(1).unwrap();
    give.send(2).unwrap();
    println!("after two sends: {} of {}", c.len(), c.capacity().unwrap());
    println!(
        "first in, first out: {} {}",
        c.recv().unwrap(),
        c.recv().unwrap()
    );
    println!("receive, empty: {}", try_recv(&c));
    println!("send, room left: {}", try_send(&give));
    give.send(2).unwrap();
    give.send(3).unwrap();
    println!("send, full: {}", try_send(&give));

    let again = c.clone();
    println!("a copy is the same channel: {}", again.same_channel(&c));
    println!(
        "and has the same messages: {} {}",
        again.recv().unwrap(),
        c.len()
    );
    let (_, other) = bounded(3);
    println!("another channel is another: {}", c.same_channel(&other));

    drop(give);
    println!("closed, what is left counts: {}", c.len());
    println!(
        "closed, what is left comes: {} {}",
        received(c.recv()),
        try_recv(&c)
    );
    println!("closed and empty: {}", received(c.recv()));
    println!("once more: {}", try_recv(&c));
    println!("a loop over it takes turns: {}", c.iter().count());

    let (into_hatch, hatch) = bounded(0);
    println!(
        "no room at all: {} of {}",
        hatch.len(),
        hatch.capacity().unwrap()
    );
    println!("receive, nobody sends: {}", try_recv(&hatch));
    println!("send, nobody receives: {}", try_send(&into_hatch));

    let none = never();
    println!("receive, no channel: {}", try_recv(&none));

    let (give_a, a) = bounded(1000);
    let (give_b, b) = bounded(1000);
    for _ in 0..1000 {
        give_a.send(1).unwrap();
        give_b.send(1).unwrap();
    }
    for _ in 0..1000 {
        select! {
            recv(a) -> _ => {}
            recv(b) -> _ => {}
        }
    }
    println!(
        "two ready, each gets a turn: {} {}",
        a.len() < 1000,
        b.len() < 1000
    );
    drop(into_hatch);
    select! {
        recv(hatch) -> n => println!("a closed channel is ready: {}", received(n)),
        recv(none) -> _ => {}
    }
}
