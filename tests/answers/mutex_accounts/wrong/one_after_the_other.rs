//! Rejected: these two tills are nobody else's meanwhile
//!
//! Never more than one lock, so no deadlock; and nothing holds the two halves together.

use std::sync::Mutex;

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
        let mut source = from.money.lock().unwrap();
        if *source < amount {
            return false;
        }
        *source -= amount;
    }
    count();
    *to.money.lock().unwrap() += amount;
    true
}
