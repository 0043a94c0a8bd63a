//! One desk gives out tills, a condition wakes whoever waits for one.

use std::sync::{Condvar, Mutex};

static TAKEN: Mutex<Vec<u32>> = Mutex::new(Vec::new());
static RETURNED: Condvar = Condvar::new();

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
    {
        let mut taken = TAKEN.lock().unwrap();
        while taken.contains(&from.number) || taken.contains(&to.number) {
            taken = RETURNED.wait(taken).unwrap();
        }
        taken.extend([from.number, to.number]);
    }
    let enough = from.money() >= amount;
    if enough {
        count();
        *from.money.lock().unwrap() -= amount;
        *to.money.lock().unwrap() += amount;
    }
    let mut taken = TAKEN.lock().unwrap();
    taken.retain(|number| *number != from.number && *number != to.number);
    RETURNED.notify_all();
    enough
}
