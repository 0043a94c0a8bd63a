//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps, some};
use exercise::End::{Canceled, DeadlineExceeded};
use exercise::Request;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    checks::main(&[
        every("a part ends with what it is a part of", at_the_latest),
        every("a part without a limit passes on when it ends", passed_on),
        every("a part may have less time", less_time),
        every("the end of the time is told, and not before", time_is_up),
        some("the shorter time counts", the_shorter_counts),
        every("whoever waits is told of a cancellation", is_told),
        every(
            "nobody waits for the deadline of what was cancelled",
            told_at_once,
        ),
        every("all who wait for the same are told the same", told_the_same),
        every("whoever asks is told what is told later", asked_meanwhile),
        every(
            "what has exceeded its deadline is not cancelled any more",
            exceeded_first,
        ),
        every(
            "what was cancelled does not exceed its deadline later",
            canceled_first,
        ),
        every(
            "a part that was cancelled with the whole stays so",
            canceled_with_the_whole,
        ),
        every("a part that ends ends nothing else", only_the_part),
        every("a part that ends does not end those beside it", not_beside),
        every(
            "a cancellation ends all parts that have not ended before",
            all_parts,
        ),
        every("a part of what has ended has ended", made_later),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

const SHORT: Option<Duration> = Some(Duration::from_millis(5));
const MINUTE: Option<Duration> = Some(Duration::from_secs(60));
const HOUR: Option<Duration> = Some(Duration::from_secs(3600));

fn at_the_latest() {
    let request = Request::new(MINUTE);
    let part = request.part(HOUR);
    let (whole, longer) = (request.deadline(), part.deadline());
    assert!(
        whole.is_some() && longer == whole,
        "a request has a minute, and a part of it with an hour does not end with it at the latest"
    );
}

fn passed_on() {
    let request = Request::new(MINUTE);
    let unlimited = request.part(None);
    let below = unlimited.part(HOUR);
    let same = [&unlimited, &below].map(|part| part.deadline() == request.deadline());
    assert!(
        request.deadline().is_some() && same == [true; 2],
        "a request has a minute; that it ends with the request at the latest, is so of a part \
         without a limit: {}, of a part of that with an hour: {}",
        same[0],
        same[1]
    );
}

fn less_time() {
    let request = Request::new(None);
    let without = request.deadline();
    assert!(
        without.is_none(),
        "a request without a limit has a deadline"
    );
    let before = Instant::now();
    let part = request.part(HOUR).part(MINUTE);
    let after = Instant::now();
    let minute = Duration::from_secs(60);
    let in_a_minute = |deadline| before + minute <= deadline && deadline <= after + minute;
    let is_right = part.deadline().is_some_and(in_a_minute);
    // An hour may have passed, if somebody has watched the clock for that long.
    let hour_is_over = after >= before + Duration::from_secs(3600);
    assert!(
        is_right || hour_is_over,
        "a part has a minute of an hour, and its deadline is not in a minute"
    );
}

fn time_is_up() {
    let request = Request::new(SHORT);
    let told = request.wait();
    let is_over = request.deadline() <= Some(Instant::now());
    assert!(
        told == DeadlineExceeded && is_over,
        "nobody has cancelled it; `wait` says {told:?}, and the time is up: {is_over}"
    );
    let asked = request.end();
    assert!(
        asked == Some(told),
        "`wait` says {told:?}, and `end` says {asked:?}"
    );
}

fn the_shorter_counts() {
    let begin = Instant::now();
    let request = Request::new(SHORT);
    let part = request.part(HOUR);
    if part.wait() == DeadlineExceeded && begin.elapsed() < Duration::from_secs(60) {
        checks::reached();
    }
}

fn is_told() {
    let request = Arc::new(Request::new(None));
    let (desk, cellar) = (request.part(None), request.part(None));
    let clerk = checks::clerk("the clerk at the desk", move || desk.wait());
    let shared = Arc::clone(&request);
    let nora = checks::clerk("Nora leaves", move || {
        cellar.cancel();
        shared.cancel();
    });
    let whole = request.wait();
    let part = clerk.join().unwrap();
    assert!(
        whole == Canceled && part == Canceled,
        "the request was cancelled; who waits for it is told {whole:?}, for a part of it: {part:?}"
    );
    nora.join().unwrap();
}

fn told_at_once() {
    // In the explorer an hour may pass at any moment. On real threads it does not, and who waits
    // for it is found out.
    let request = Arc::new(Request::new(HOUR));
    let part = request.part(None);
    let shared = Arc::clone(&request);
    let nora = checks::clerk("Nora leaves", move || {
        thread::sleep(Duration::from_millis(20));
        shared.cancel();
    });
    let told = part.wait();
    let is_over = request.deadline() <= Some(Instant::now());
    assert!(
        told == Canceled || is_over,
        "the time is not up, and whoever waits is told {told:?}"
    );
    nora.join().unwrap();
}

fn told_the_same() {
    let request = Arc::new(Request::new(SHORT));
    let shared = Arc::clone(&request);
    let ann = checks::clerk("Ann", move || shared.wait());
    request.cancel();
    let now = request.end();
    let told = ann.join().unwrap();
    let later = request.end();
    assert!(
        now == Some(told) && later == Some(told),
        "Ann is told {told:?}; when `cancel` has returned, `end` says {now:?}, and later {later:?}"
    );
}

fn asked_meanwhile() {
    // The time may be up between a look for a cancellation and a look at the clock.
    let request = Arc::new(Request::new(SHORT));
    let shared = Arc::clone(&request);
    let ann = checks::clerk("Ann", move || shared.end());
    request.cancel();
    thread::sleep(Duration::from_millis(10));
    let asked = ann.join().unwrap();
    let later = request.end();
    assert!(
        asked.is_none() || asked == later,
        "Ann asked, and `end` said {asked:?}; later it says {later:?}"
    );
}

fn exceeded_first() {
    let request = Request::new(SHORT);
    request.wait();
    request.cancel();
    let (asked, told) = (request.end(), request.wait());
    assert!(
        asked == Some(DeadlineExceeded) && told == DeadlineExceeded,
        "the time was up before it was cancelled; `end` says {asked:?}, `wait` {told:?}"
    );
}

fn canceled_first() {
    let request = Request::new(SHORT);
    request.cancel();
    let at_once = request.end();
    thread::sleep(Duration::from_millis(10));
    let later = request.end();
    assert!(
        at_once.is_some() && at_once == later,
        "it was cancelled, and `end` says {at_once:?}, and after the deadline {later:?}"
    );
}

fn canceled_with_the_whole() {
    let request = Request::new(None);
    let part = request.part(SHORT);
    request.cancel();
    let at_once = part.end();
    thread::sleep(Duration::from_millis(10));
    part.cancel();
    let later = part.end();
    assert!(
        at_once.is_some() && at_once == later,
        "the whole was cancelled, and `end` of a part says {at_once:?}; after its deadline the part \
         was cancelled as well, and now it says {later:?}"
    );
}

fn only_the_part() {
    let request = Request::new(None);
    let (desk, cellar) = (request.part(SHORT), request.part(None));
    let deep = cellar.part(None);
    desk.wait();
    let (above, beside) = (request.end(), cellar.end());
    assert!(
        above.is_none() && beside.is_none(),
        "a part has exceeded its deadline; what it is a part of: {above:?}, beside it: {beside:?}"
    );
    deep.cancel();
    let (above, whole) = (cellar.end(), request.end());
    assert!(
        above.is_none() && whole.is_none(),
        "a part of a part was cancelled; what it is a part of: {above:?}, the whole: {whole:?}"
    );
}

fn not_beside() {
    let request = Request::new(None);
    let (desk, cellar) = (request.part(None), request.part(None));
    desk.cancel();
    let (beside, whole) = (cellar.end(), request.end());
    assert!(
        beside.is_none() && whole.is_none(),
        "a part was cancelled; one beside it, which was made later: {beside:?}, the whole: {whole:?}"
    );
}

fn all_parts() {
    let request = Request::new(None);
    let (desk, cellar) = (request.part(SHORT), request.part(None));
    let deep = cellar.part(None);
    desk.wait();
    request.cancel();
    let ends = [&desk, &cellar, &deep].map(Request::end);
    assert!(
        ends == [Some(DeadlineExceeded), Some(Canceled), Some(Canceled)],
        "a request was cancelled; a part that had exceeded its deadline, another one, and a part of \
         that say {ends:?}"
    );
}

fn made_later() {
    let request = Request::new(None);
    let desk = request.part(SHORT);
    desk.wait();
    request.cancel();
    let ends = [&desk, &request].map(|above| above.part(None).end());
    assert!(
        ends == [Some(DeadlineExceeded), Some(Canceled)],
        "a part was made of what had exceeded its deadline, one of what was cancelled: {ends:?}"
    );
}

fn whoever_waits_sleeps() {
    // Nobody holds the whole any more, and that ends nothing.
    let part = Request::new(None).part(None);
    part.wait();
}
