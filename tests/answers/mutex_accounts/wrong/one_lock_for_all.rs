//! Rejected: other tills are not held up
//! Says: never inside at the same time
//!
//! No deadlock, and no two transfers at once.

use std::sync::Mutex;

static DESK: Mutex<()> = Mutex::new(());

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

pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    let _desk = DESK.lock().unwrap();
    if from.money() < amount {
        return false;
    }
    count();
    *from.money.lock().unwrap() -= amount;
    *to.money.lock().unwrap() += amount;
    true
}
