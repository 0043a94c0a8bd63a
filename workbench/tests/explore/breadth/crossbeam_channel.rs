//! `crossbeam_channel`.

use crossbeam_channel::{
    Receiver, RecvError, RecvTimeoutError, Select, SendError, SendTimeoutError, Sender,
    TryRecvError, TrySendError, after, at, bounded, never, select, select_biased, tick, unbounded,
};
use std::thread;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(1);

fn ends() {
    let (send, receive): (Sender<u32>, Receiver<u32>) = unbounded();
    println!("{send:?} {receive:?}");
    println!("{:?} {:?}", receive.try_recv(), receive.recv_timeout(SHORT));
    println!("{:?}", receive.recv_deadline(Instant::now() + SHORT));
    println!("{:?} {} {}", send.send(1), send.len(), receive.is_empty());
    println!("{:?} {} {}", send.capacity(), send.is_full(), receive.len());
    println!(
        "{} {}",
        send.same_channel(&send.clone()),
        receive.same_channel(&receive.clone())
    );
    println!("{:?}", receive.recv());
    for number in 0..4 {
        send.send(number).unwrap();
    }
    println!("{:?}", receive.try_iter().take(2).collect::<Vec<_>>());
    println!(
        "{:?} {:?}",
        receive.iter().next(),
        (&receive).into_iter().next()
    );
    drop(send);
    println!("{:?} {:?}", receive.recv(), receive.into_iter().next());

    let (send, receive) = bounded(1);
    println!("{:?} {:?}", send.try_send(1), send.try_send(2));
    println!("{:?}", send.send_timeout(3, SHORT));
    println!("{:?}", send.send_deadline(3, Instant::now() + SHORT));
    println!(
        "{:?} {} {}",
        send.capacity(),
        send.is_full(),
        receive.is_full()
    );
    drop(receive);
    println!("{:?} {:?}", send.send(4), send.try_send(5));
    let (send, receive) = bounded(0);
    let sends = thread::spawn(move || send.send("met"));
    println!("{:?} {:?}", receive.recv(), sends.join().unwrap());
    println!("{:?}", receive.recv());
}

fn times() {
    println!("{}", after(SHORT).recv().is_ok());
    println!("{}", at(Instant::now() + SHORT).recv().is_ok());
    println!("{}", tick(SHORT).iter().take(2).count());
    println!("{:?}", never::<u32>().try_recv());
}

fn selects() {
    let (send, receive) = bounded::<u32>(1);
    let (_other, silent) = bounded::<u32>(1);
    select! {
        recv(receive) -> message => println!("{message:?}"),
        default => println!("nothing"),
    }
    select! {
        recv(silent) -> _ => println!("something"),
        default(SHORT) => println!("nothing for a while"),
    }
    select! {
        send(send, 3) -> sent => println!("{sent:?}"),
        recv(silent) -> _ => println!("something"),
    }
    select_biased! {
        recv(receive) -> message => println!("{message:?}"),
        recv(silent) -> _ => println!("something"),
        default => println!("nothing"),
    }
    let value = select! {
        recv(after(SHORT)) -> _ => 5,
        recv(never::<u32>()) -> _ => 6,
    };
    println!("{value}");

    let mut choice = Select::new();
    let first = choice.recv(&receive);
    let second = choice.recv(&silent);
    println!("{first} {second} {:?}", choice.try_select().is_err());
    println!("{:?}", choice.select_timeout(SHORT).is_err());
    println!(
        "{:?}",
        choice.select_deadline(Instant::now() + SHORT).is_err()
    );
    send.send(7).unwrap();
    let chosen = choice.select();
    println!("{} {:?}", chosen.index(), chosen.recv(&receive));
    choice.remove(second);
    let third = choice.send(&send);
    let chosen = choice.select();
    println!("{third} {} {:?}", chosen.index(), chosen.send(&send, 8));
    let mut biased = Select::new_biased();
    biased.recv(&receive);
    let chosen = biased.try_select().unwrap();
    println!("{:?}", chosen.recv(&receive));
}

fn errors() {
    println!("{} {} {}", SendError(1), RecvError, TryRecvError::Empty);
    println!(
        "{} {}",
        TryRecvError::Disconnected,
        RecvTimeoutError::Timeout
    );
    println!(
        "{} {}",
        RecvTimeoutError::Disconnected,
        TrySendError::Full(1)
    );
    println!(
        "{} {}",
        TrySendError::Disconnected(1),
        SendTimeoutError::Timeout(1)
    );
    println!(
        "{:?} {}",
        TrySendError::Full(3).into_inner(),
        TrySendError::Full(3).is_full()
    );
    println!(
        "{:?} {}",
        SendError(4).into_inner(),
        TryRecvError::Empty.is_empty()
    );
}

fn main() {
    ends();
    times();
    selects();
    errors();
}
