//! Rejected: other tills are not held up by one who waits
//!
//! Who waits for a till keeps the gate meanwhile.

use std::sync::Mutex;

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

static GATE: Mutex<()> = Mutex::new(());

pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    // whoever waits for a till that is counted holds the gate: other tills are held up
    let gate = GATE.lock().unwrap();
    let mut s = from.money.lock().unwrap();
    if from.number == to.number {
        drop(gate);
        if *s < amount {
            return false;
        }
        count();
        return true;
    }
    let mut t = to.money.lock().unwrap();
    drop(gate);
    if *s < amount {
        return false;
    }
    count();
    *s -= amount;
    *t += amount;
    true
}
