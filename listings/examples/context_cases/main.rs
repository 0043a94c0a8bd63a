use std::sync::mpsc;
use std::time::{Duration, Instant};

use crossbeam_channel::TryRecvError::Disconnected;
use crossbeam_channel::{bounded, select};
use listings::Context;

const HOUR: Duration = Duration::from_secs(3600);

struct Key(&'static str);
struct Other;

fn err(ctx: &Context) -> String {
    ctx.err().map_or("none".into(), |err| err.to_string())
}

fn cause(ctx: &Context) -> String {
    ctx.cause().map_or("none".into(), |cause| cause.to_string())
}

fn done(ctx: &Context) -> &'static str {
    match ctx.done().try_recv() {
        Err(Disconnected) => "closed",
        _ => "open",
    }
}

fn value(ctx: &Context) -> &'static str {
    ctx.value::<Key>().map_or("none", |key| key.0)
}

fn creation() {
    let background = Context::background();
    println!(
        "the background: {}, {}",
        done(&background),
        err(&background)
    );
    println!("its deadline: {}", background.deadline().is_some());
    println!("its value: {}", value(&background));
    println!("its cause: {}", cause(&background));
    let (ctx, _cancel) = background.with_cancel();
    println!("with cancel, new: {}, {}", done(&ctx), err(&ctx));
    println!("its deadline: {}", ctx.deadline().is_some());
    println!("its cause: {}", cause(&ctx));
    let (ctx, _cancel) = background.with_timeout(HOUR);
    println!("with an hour, new: {}, {}", done(&ctx), err(&ctx));
    println!("its deadline: {}", ctx.deadline().is_some());
    let valued = ctx.with_value(Key("Nora"));
    let same = valued.done().same_channel(ctx.done());
    println!("with a value, the same done: {same}");
    println!(
        "and the same deadline: {}",
        valued.deadline() == ctx.deadline()
    );
}

fn cancelling() {
    let (top, cancel_top) = Context::background().with_cancel();
    let (one, cancel_one) = top.with_cancel();
    let (other, cancel_other) = top.with_cancel();
    let (below, _cancel) = one.with_value(Key("Nora")).with_cancel();
    cancel_one.cancel();
    println!("cancelled: {}, {}", done(&one), err(&one));
    println!("its cause: {}", cause(&one));
    println!("the one above: {}, {}", done(&top), err(&top));
    println!("the one beside: {}, {}", done(&other), err(&other));
    println!("the one below: {}, {}", done(&below), err(&below));
    println!("its value is still there: {}", value(&below));
    cancel_one.cancel();
    println!("cancelled again: {}, {}", done(&one), err(&one));
    cancel_top.cancel();
    println!("the top cancelled, beside: {}", err(&other));
    cancel_other.cancel();
    println!("the lower after the upper: {}", err(&other));
    let (late, _cancel) = top.with_cancel();
    println!(
        "made below a cancelled one: {}, {}",
        done(&late),
        err(&late)
    );
    let (late, _cancel) = top.with_timeout(HOUR);
    println!("the same with an hour: {}, {}", done(&late), err(&late));
    println!("its deadline: {}", late.deadline().is_some());
    let late = top.with_value(Key("Nora"));
    println!("the same with a value: {}, {}", done(&late), value(&late));
}

fn deadlines() {
    let start = Instant::now();
    let background = Context::background();
    let (over, cancel) = background.with_deadline(start);
    println!("a deadline in the past: {}, {}", done(&over), err(&over));
    println!("its cause: {}", cause(&over));
    cancel.cancel();
    println!("cancelled after that: {}", err(&over));
    let (zero, _cancel) = background.with_timeout(Duration::ZERO);
    println!("no time at all: {}, {}", done(&zero), err(&zero));
    let (hour, cancel) = background.with_deadline(start + HOUR);
    let (two, _cancel) = hour.with_deadline(start + 2 * HOUR);
    let (half, _cancel) = hour.with_deadline(start + HOUR / 2);
    println!("two hours below one: {:?}", two.deadline().unwrap() - start);
    println!(
        "half an hour below one: {:?}",
        half.deadline().unwrap() - start
    );
    let (below, _cancel) = half.with_cancel();
    println!("cancel below it: {:?}", below.deadline().unwrap() - start);
    cancel.cancel();
    println!("cancelled in time: {}", err(&hour));
    println!("and those below: {}, {}", err(&two), err(&below));
    println!("the deadline is still told: {}", hour.deadline().is_some());
    let (short, cancel) = background.with_timeout(Duration::from_millis(2));
    let (below, _cancel) = short.with_timeout(HOUR);
    println!("waited for: {}", below.done().recv().is_err());
    println!("ended by the deadline above: {}", err(&below));
    let over = Instant::now() >= short.deadline().unwrap();
    println!("not before its time: {over}");
    cancel.cancel_because("too late");
    println!("a reason after the deadline: {}", cause(&short));
}

fn causes() {
    let (top, cancel_top) = Context::background().with_cancel();
    let (one, cancel_one) = top.with_cancel();
    let (other, _cancel) = top.with_cancel();
    cancel_one.cancel_because("the reader has left");
    println!("with a reason: {}, {}", err(&one), cause(&one));
    println!("above: {}, {}", err(&top), cause(&top));
    cancel_top.cancel_because("we are closing");
    println!("above, later: {}", cause(&top));
    println!("below, it came first: {}", cause(&one));
    println!("below, from above: {}, {}", err(&other), cause(&other));
    cancel_top.cancel_because("fire");
    println!("a second reason: {}", cause(&top));
}

fn values() {
    let upper = Context::background().with_value(Key("Nora"));
    let lower = upper.with_value(Key("Paul"));
    let (beside, cancel) = upper.with_value(Other).with_cancel();
    println!("the nearest: {}", value(&lower));
    println!("above it: {}", value(&upper));
    println!("past another value: {}", value(&beside));
    println!(
        "what is below is not seen: {}",
        upper.value::<Other>().is_some()
    );
    cancel.cancel();
    let detached = beside.without_cancel();
    println!("without cancel: {}, {}", done(&detached), err(&detached));
    println!("its value: {}", value(&detached));
    println!("its cause: {}", cause(&detached));
    let (hour, _cancel) = upper.with_timeout(HOUR);
    let free = hour.without_cancel();
    println!(
        "without cancel, its deadline: {}",
        free.deadline().is_some()
    );
    let (again, cancel) = free.with_cancel();
    cancel.cancel();
    println!("and cancelled below that: {}, {}", err(&again), err(&free));
}

fn after() {
    let (ctx, cancel) = Context::background().with_cancel();
    let (tell, told) = mpsc::channel();
    let also = tell.clone();
    let mut called = ctx.after_func(move || tell.send("called").unwrap());
    let mut stopped = ctx.after_func(|| unreachable!("it was stopped"));
    println!("stopped before the end: {}", stopped.stop());
    println!("stopped again: {}", stopped.stop());
    cancel.cancel();
    println!("after the end: {}", told.recv().unwrap());
    println!("stopped after that: {}", called.stop());
    let mut late = ctx.after_func(move || also.send("called at once").unwrap());
    println!("asked for after the end: {}", told.recv().unwrap());
    println!("stopped after that: {}", late.stop());
    let mut never = Context::background().after_func(|| unreachable!());
    println!("on the background, stopped: {}", never.stop());
}

fn channels() {
    let (ctx, cancel) = Context::background().with_cancel();
    cancel.cancel();
    let (give, books) = bounded(1000);
    (0..1000).for_each(|_| give.send(()).unwrap());
    for _ in 0..1000 {
        select! {
            recv(books) -> _ => {}
            recv(ctx.done()) -> _ => {}
        }
    }
    let left = books.len();
    println!("a message and the end: {}", 0 < left && left < 1000);
    let (give, full) = bounded(0);
    select! {
        send(give, ()) -> _ => unreachable!("nobody receives"),
        recv(ctx.done()) -> _ => println!("no receiver, the end: stopped"),
    }
    drop(full);
    select! {
        recv(Context::background().done()) -> _ => unreachable!("never"),
        default => println!("the end of the background: would wait"),
    }
}

fn main() {
    creation();
    cancelling();
    deadlines();
    causes();
    values();
    after();
    channels();
}
