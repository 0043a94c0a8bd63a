use std::future::pending;

use tokio_util::sync::CancellationToken;

async fn search(token: CancellationToken, clerk: &str) {
    tokio::select! {
        () = pending() => unreachable!("it is nowhere to be found"),
        () = token.cancelled() => println!("{clerk} has heard it"),
    }
}

#[tokio::main]
async fn main() {
    let day = CancellationToken::new();
    let nora = day.child_token();
    let clerk = tokio::spawn(search(nora.clone(), "Nora's clerk"));
    nora.cancel();
    clerk.await.unwrap();
    println!("the day is over: {}", day.is_cancelled());

    let paul = day.child_token();
    let clerk = tokio::spawn(search(paul, "Paul's clerk"));
    drop(day.drop_guard()); // cancels, as the end of a block would
    clerk.await.unwrap();
}
