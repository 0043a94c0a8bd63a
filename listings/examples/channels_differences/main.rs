use std::panic;
use std::thread;

use crossbeam_channel::{Receiver, Sender, TryRecvError, TrySendError, bounded};

fn try_send(c: &Sender<i32>) -> &'static str {
    match c.try_send(1) {
        Ok(()) => "sent",
        Err(TrySendError::Full(_)) => "would wait",
        Err(TrySendError::Disconnected(_)) => "error: nobody can receive",
    }
}

fn try_recv(c: &Receiver<i32>) -> &'static str {
    match c.try_recv() {
        Ok(_) => "received",
        Err(TryRecvError::Disconnected) => "closed",
        Err(TryRecvError::Empty) => "would wait",
    }
}

fn main() {
    let (give, take) = bounded(0);
    drop(take);
    println!("send when all receivers are gone: {}", try_send(&give));

    panic::set_hook(Box::new(|_| {})); // say nothing of the panic
    let (give, take) = bounded::<i32>(0);
    let clerk = thread::spawn(move || {
        let _give = give;
        panic!("the sender gives up");
    });
    clerk.join().unwrap_err();
    println!("receive when the sender has panicked: {}", try_recv(&take));
}
