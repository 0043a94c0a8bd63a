//! The locks are put into order, the money is found by its till.

use std::sync::{Mutex, MutexGuard};

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
    let mut tills = vec![from, to];
    tills.sort_by_key(|till| till.number);
    tills.dedup_by_key(|till| till.number);
    let mut drawers: Vec<MutexGuard<u64>> = tills
        .iter()
        .map(|till| till.money.lock().unwrap())
        .collect();
    let place = |number| tills.iter().position(|till| till.number == number).unwrap();
    if *drawers[place(from.number)] < amount {
        return false;
    }
    count();
    *drawers[place(from.number)] -= amount;
    *drawers[place(to.number)] += amount;
    true
}
