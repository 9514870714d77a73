/** Numbered things, the one with the least cost first; of equal ones the one that was added first. */
export class Heap {
  readonly #items: number[] = []
  readonly #costs: number[] = []
  readonly #orders: number[] = []
  #count = 0

  add(item: number, cost: number): void {
    const at = this.#items.length
    this.#items.push(item)
    this.#costs.push(cost)
    this.#orders.push(this.#count++)
    this.#rise(at)
  }

  /** Takes the first one out; -1 when there is none. */
  take(): number {
    const top = this.#items[0]
    if (top === undefined) return -1
    const end = this.#items.length - 1
    this.#swap(0, end)
    this.#items.pop()
    this.#costs.pop()
    this.#orders.pop()
    this.#sink()
    return top
  }

  #rise(from: number): void {
    for (let i = from; i > 0; ) {
      const up = (i - 1) >> 1
      if (!this.#before(i, up)) return
      this.#swap(i, up)
      i = up
    }
  }

  #sink(): void {
    const end = this.#items.length
    for (let i = 0; ; ) {
      const left = 2 * i + 1
      const right = left + 1
      let least = i
      if (left < end && this.#before(left, least)) least = left
      if (right < end && this.#before(right, least)) least = right
      if (least === i) return
      this.#swap(i, least)
      i = least
    }
  }

  #before(i: number, j: number): boolean {
    const [a, b] = [this.#costs[i] as number, this.#costs[j] as number]
    return a < b || (a === b && (this.#orders[i] as number) < (this.#orders[j] as number))
  }

  #swap(i: number, j: number): void {
    for (const list of [this.#items, this.#costs, this.#orders]) {
      const kept = list[i] as number
      list[i] = list[j] as number
      list[j] = kept
    }
  }
}
