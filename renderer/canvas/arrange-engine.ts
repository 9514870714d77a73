/** ELK in workers: two where the machine has room for them, each started when it is first needed and kept. */
import ELK from 'elkjs/lib/elk-api.js'
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { ElkNode, RunElk } from '../../shared/layout/elk'

interface Engine {
  readonly elk: InstanceType<typeof ELK>
  /** Rejected when the worker can't be loaded or dies, of which ELK itself tells nobody. */
  readonly failed: Promise<never>
  waiting: number
}

let engines: Engine[] = []

/** Lays a graph out in the worker that has the least to do. */
export const runInWorker: RunElk = async (graph) => {
  const engine = nextEngine()
  engine.waiting += 1
  try {
    // elkjs's types know no readonly members and give places to nothing; at run time it takes and returns this shape.
    return (await Promise.race([engine.elk.layout(graph), engine.failed])) as ElkNode
  } finally {
    engine.waiting -= 1
  }
}

/** Ends the workers in the middle of their work; who waits for them is left waiting. */
export function stopWorkers(): void {
  for (const { elk } of engines) elk.terminateWorker()
  engines = []
}

function nextEngine(): Engine {
  const idle = engines.find(({ waiting }) => waiting === 0)
  if (idle) return idle
  // One core is for the window.
  if (engines.length < Math.min(2, navigator.hardwareConcurrency - 1) || engines.length === 0) {
    const engine = startEngine()
    engines.push(engine)
    return engine
  }
  return engines.reduce((least, engine) => (engine.waiting < least.waiting ? engine : least))
}

function startEngine(): Engine {
  let fail: (reason: Error) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  // It may fail while nobody waits; whoever waits next is told.
  failed.catch(() => {})
  const elk = new ELK({
    workerFactory: () => {
      const worker = new Worker(elkWorkerUrl)
      worker.addEventListener('error', (event) => {
        engines = engines.filter((engine) => engine.elk !== elk)
        fail(new Error(event.message || 'The layout worker could not be started.'))
      })
      return worker
    },
  })
  return { elk, failed, waiting: 0 }
}
