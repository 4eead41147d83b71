/** Takes a method name and parameters from the page, gives the result: host methods here, all others from the library. */
import {
  type HostMethod,
  hostMethods as hostContract,
  libraryMethods,
  type ParsedParams,
} from '../../shared/contract/methods.ts'
import { fail, type Result } from '../../shared/contract/result.ts'
import { libraryStatus } from '../../shared/contract/views.ts'
import type { HostHandlers } from './hostMethods.ts'
import type { LibraryClient } from './libraryClient.ts'
import type { SettingsStore } from './settings.ts'

/** Answers one request; never rejects for anything a page may send. */
export type RequestHandler = (method: unknown, params: unknown) => Promise<Result<unknown>>

/** Joins the two sides of the contract. The library checks its own parameters; host parameters are checked here. */
export function createRequestHandler(
  hostMethods: HostHandlers,
  library: Pick<LibraryClient, 'invoke'>,
  settings: SettingsStore,
): RequestHandler {
  return async (method, params) => {
    if (typeof method !== 'string') return fail('bad_request', undefined, 'method is not a string')
    if (isHostMethod(method)) return callHost(hostMethods, method, params)
    if (!Object.hasOwn(libraryMethods, method)) return fail('bad_request', method, 'no such method')
    const result = await library.invoke(method, params)
    if (method === 'library.open' && result.ok) {
      settings.rememberLibrary(libraryStatus.parse(result.value).folder)
    }
    return result
  }
}

function isHostMethod(method: string): method is HostMethod {
  return Object.hasOwn(hostContract, method)
}

async function callHost<M extends HostMethod>(
  handlers: HostHandlers,
  method: M,
  params: unknown,
): Promise<Result<unknown>> {
  const parsed = hostContract[method].params.safeParse(params ?? {})
  if (!parsed.success) return fail('bad_request', method, parsed.error.message)
  // The schema of `method` has just produced these parameters; the compiler cannot tie the two by name.
  return handlers[method](parsed.data as ParsedParams<M>)
}
