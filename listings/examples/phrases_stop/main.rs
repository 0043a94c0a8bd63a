use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, bounded, select};
use listings::{Cancel, Cause, Context, ContextError, Stop};

// ANCHOR: background
fn background() -> Option<ContextError> {
    let ctx = Context::background();
    ctx.err() // `None`: it never ends
}
// ANCHOR_END: background

// ANCHOR: cancel
fn cancelled(above: &Context) -> Option<ContextError> {
    let (ctx, cancel) = above.with_cancel(); // to drop it is to cancel
    thread::spawn(move || cancel.cancel());
    let _ = ctx.done().recv();
    ctx.err()
}
// ANCHOR_END: cancel

// ANCHOR: timeout
fn timeout(above: &Context) -> Option<ContextError> {
    let (ctx, _cancel) = above.with_timeout(Duration::from_millis(5));
    let _ = ctx.done().recv();
    ctx.err()
}
// ANCHOR_END: timeout

// ANCHOR: done
fn find(ctx: &Context, cellar: &Receiver<String>) -> Result<String, ContextError> {
    select! {
        recv(cellar) -> title => Ok(title.unwrap()),
        recv(ctx.done()) -> _ => Err(ctx.err().unwrap()),
    }
}
// ANCHOR_END: done

// ANCHOR: check
fn dust(ctx: &Context, shelves: &[u32]) -> Result<usize, ContextError> {
    let mut dusted = 0;
    for _ in shelves {
        ctx.check()?;
        dusted += 1;
    }
    Ok(dusted)
}
// ANCHOR_END: check

// ANCHOR: cause
fn why(above: &Context) -> (Option<ContextError>, Option<Cause>) {
    let (ctx, cancel) = above.with_cancel();
    cancel.cancel_because("we are closing");
    (ctx.err(), ctx.cause())
}
// ANCHOR_END: cause

// ANCHOR: value
struct Reader(&'static str);

fn carry(above: &Context) -> Option<&'static str> {
    let ctx = above.with_value(Reader("Nora"));
    ctx.value().map(|Reader(name)| *name)
}
// ANCHOR_END: value

// ANCHOR: after
fn after(ctx: &Context) -> (Stop, mpsc::Receiver<&'static str>) {
    let (tell, told) = mpsc::channel();
    let stop = ctx.after_func(move || tell.send("woken").unwrap());
    (stop, told) // `stop.stop()` calls it off
}
// ANCHOR_END: after

// ANCHOR: without
fn note(ctx: &Context) -> (Context, Cancel) {
    ctx.without_cancel().with_timeout(Duration::from_secs(60))
}
// ANCHOR_END: without

fn main() {
    let day = Context::background();
    println!("goes on: {}", background().is_none());
    println!("{}", cancelled(&day).unwrap());
    println!("{}", timeout(&day).unwrap());
    let (over, cancel) = day.with_cancel();
    cancel.cancel();
    let (bring, cellar) = bounded(1);
    bring.send("Emma".to_owned()).unwrap();
    let title = find(&day, &cellar).unwrap();
    let error = find(&over, &cellar).unwrap_err();
    println!("{title}, {error}");
    let shelves = dust(&day, &[1, 2]).unwrap();
    let error = dust(&over, &[1, 2]).unwrap_err();
    println!("{shelves}, {error}");
    let (error, cause) = why(&day);
    println!("{}: {}", error.unwrap(), cause.unwrap());
    println!("{}", carry(&day).unwrap());
    let (mut stop, told) = after(&over);
    println!("{} {}", told.recv().unwrap(), stop.stop());
    let (noted, _cancel) = note(&over);
    println!("goes on: {}", noted.err().is_none());
}
