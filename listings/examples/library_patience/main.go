package main

import (
	"context"
	"fmt"
	"sync"
)

// A card, and the channel that is closed when it has been filled.
type Card struct {
	book   string
	filled chan struct{}
}

type Library struct {
	mu     sync.Mutex
	cards  map[int]*Card
	cellar chan struct{} // opens when this is closed
}

// card of this book. Whoever asks first sends a clerk.
func (l *Library) card(id int) *Card {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cards[id] == nil {
		card := &Card{filled: make(chan struct{})}
		l.cards[id] = card
		go func() {
			defer close(card.filled)
			<-l.cellar
			card.book = "Emma, Jane Austen (1815)"
		}()
	}
	return l.cards[id]
}

func (l *Library) find(ctx context.Context, id int) (string, error) {
	card := l.card(id)
	select {
	case <-card.filled:
		return card.book, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func main() {
	library := Library{cards: make(map[int]*Card), cellar: make(chan struct{})}
	impatient, cancel := context.WithCancel(context.Background())
	cancel()
	if book, err := library.find(impatient, 1); err == nil {
		fmt.Println("Hugo has", book)
	} else {
		fmt.Println("Hugo has left:", err)
	}
	close(library.cellar)
	book, _ := library.find(context.Background(), 1)
	fmt.Println("Ida has", book)
}
