use std::sync::Arc;

use crossbeam_channel::{Receiver, bounded, never, select};
use listings::{Cause, Context, ErrGroup, GroupError};

// The shelves of one room: a room answers, fails, or never ends.
fn search(ctx: &Context, answer: &Receiver<&str>) -> Result<(), GroupError> {
    select! {
        recv(answer) -> word => match word {
            Ok(shelf) => println!("found on {shelf}"),
            Err(_) => return Err("the room is locked".into()),
        },
        recv(ctx.done()) -> _ => return Err(Cause::new(ctx.err().unwrap()).into()),
    }
    Ok(())
}

fn main() {
    let (key, locked) = bounded(0);
    drop(key);
    let rooms = Arc::new([never(), locked, never()]);
    let (group, ctx) = ErrGroup::with_context(&Context::background());
    for room in 0..rooms.len() {
        let (ctx, rooms) = (ctx.clone(), Arc::clone(&rooms));
        group.go(move || search(&ctx, &rooms[room]));
    }
    println!("{}", group.wait().unwrap_err());
}
