/** A value that changes quickly comes in; it goes out once it has rested, so that what is only passed loads nothing. */
import { useEffect, useState } from 'react'

const REST_MS = 120

/** The value once it has rested: walking down a list with the arrows must not load every document passed. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
