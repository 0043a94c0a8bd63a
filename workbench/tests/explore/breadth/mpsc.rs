//! `std::sync::mpsc`.

use std::sync::mpsc::{
    self, Receiver, RecvError, RecvTimeoutError, SendError, Sender, SyncSender, TryRecvError,
    TrySendError,
};
use std::thread;
use std::time::Duration;

fn main() {
    let (send, receive): (Sender<u32>, Receiver<u32>) = mpsc::channel();
    println!("{send:?} {receive:?}");
    println!("{:?}", receive.try_recv());
    println!("{:?}", receive.recv_timeout(Duration::from_millis(1)));
    let other = send.clone();
    let sends = thread::spawn(move || other.send(1));
    println!("{:?} {:?}", receive.recv(), sends.join().unwrap());
    for number in 2..6 {
        send.send(number).unwrap();
    }
    println!("{:?}", receive.try_iter().take(1).collect::<Vec<_>>());
    println!("{:?}", receive.iter().take(1).collect::<Vec<_>>());
    println!("{:?}", (&receive).into_iter().next());
    drop(send);
    println!("{:?}", receive.into_iter().collect::<Vec<_>>());

    let (send, receive): (SyncSender<u32>, _) = mpsc::sync_channel(1);
    println!("{send:?}");
    println!("{:?} {:?}", send.try_send(1), send.clone().try_send(2));
    println!("{:?} {:?}", receive.recv(), send.send(3));
    drop(receive);
    println!("{:?} {:?}", send.try_send(4), send.send(5));

    let (send, receive) = mpsc::sync_channel(0);
    thread::scope(|s| {
        s.spawn(move || send.send("met").unwrap());
        println!("{:?}", receive.recv());
    });
    println!("{:?} {:?}", receive.recv(), receive.try_recv());
    println!("{:?}", receive.recv_timeout(Duration::from_millis(1)));

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
    println!("{:?} {}", SendError(1).0, TrySendError::Disconnected(1));
    println!(
        "{} {}",
        TrySendError::from(SendError(2)),
        TryRecvError::from(RecvError)
    );
    println!("{}", RecvTimeoutError::from(RecvError));
}
