use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, never, select};
use listings::{Context, ContextError};

struct Reader(&'static str);

type Answer = Result<&'static str, ContextError>;

// The database is slow today: it never answers.
fn ask_database(_id: u32) -> Receiver<&'static str> {
    never()
}

// ANCHOR: find
fn find(ctx: &Context, cache: &BTreeMap<u32, &'static str>, id: u32) -> Answer {
    if let Some(title) = cache.get(&id) {
        return Ok(title);
    }
    select! {
        recv(ask_database(id)) -> title => Ok(title.unwrap()),
        recv(ctx.done()) -> _ => Err(ctx.err().unwrap()),
    }
}

fn handle(ctx: &Context, cache: &BTreeMap<u32, &'static str>, id: u32) -> String {
    let reader = ctx.value::<Reader>().unwrap().0;
    match find(ctx, cache, id) {
        Ok(title) => format!("{reader}: here is {title}"),
        Err(why) => format!("{reader}: sorry, {why}"),
    }
}
// ANCHOR_END: find

// ANCHOR: main
fn main() {
    let cache = BTreeMap::from([(1, "Emma")]);
    let (day, _close) = Context::background().with_cancel();
    thread::scope(|s| {
        let cache = &cache;
        let serve = |ctx: Context, id| s.spawn(move || handle(&ctx, cache, id));

        let nora = serve(day.with_value(Reader("Nora")), 1);
        let (hasty, _cancel) = day.with_timeout(Duration::from_millis(5));
        let paul = serve(hasty.with_value(Reader("Paul")), 2);
        let (leaving, leave) = day.with_cancel();
        let mina = serve(leaving.with_value(Reader("Mina")), 3);
        leave.cancel();

        for request in [nora, paul, mina] {
            println!("{}", request.join().unwrap());
        }
    });
}
// ANCHOR_END: main
