//! A list of the tills that are in use, and a condition.

use std::collections::HashSet;
use std::sync::{Condvar, LazyLock, Mutex};
static BUSY: LazyLock<(Mutex<HashSet<u32>>, Condvar)> = LazyLock::new(Default::default);
#[derive(Debug)]
pub struct Till {
    number: u32,
    money: Mutex<u64>,
}
impl Till {
    pub fn new(number: u32, money: u64) -> Till {
        Till {
            number,
            money: Mutex::new(money),
        }
    }
    pub fn number(&self) -> u32 {
        self.number
    }
    pub fn money(&self) -> u64 {
        *self.money.lock().unwrap()
    }
}
struct Mine(u32, u32);
impl Mine {
    fn take(a: u32, b: u32) -> Mine {
        let mut busy = BUSY
            .1
            .wait_while(BUSY.0.lock().unwrap(), |busy| {
                busy.contains(&a) || busy.contains(&b)
            })
            .unwrap();
        busy.extend([a, b]);
        Mine(a, b)
    }
}
impl Drop for Mine {
    fn drop(&mut self) {
        let mut busy = BUSY.0.lock().unwrap();
        busy.remove(&self.0);
        busy.remove(&self.1);
        BUSY.1.notify_all();
    }
}
pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    let _mine = Mine::take(from.number, to.number);
    if from.money() < amount {
        return false;
    }
    count();
    *from.money.lock().unwrap() -= amount;
    *to.money.lock().unwrap() += amount;
    true
}
