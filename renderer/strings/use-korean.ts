import { useEffect, useState } from 'react'
import { loadKorean } from './language'

/** Loads the Korean names for a search; true as soon as they are there. */
export function useKorean(): boolean {
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    let here = true
    void loadKorean().then(() => here && setLoaded(true))
    return () => {
      here = false
    }
  }, [])
  return loaded
}
