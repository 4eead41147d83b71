/** The one door: a method's name and raw parameters in, its checked result or a coded failure out. */
import { z } from 'zod'
import {
  type LibraryMethod,
  libraryMethods,
  type MethodResult,
  type ParsedParams,
} from '../../shared/contract/methods.ts'
import { ExpectedFailure, fail, type Result } from '../../shared/contract/result.ts'

/** A handler of one method. */
export type Handler<M extends LibraryMethod> = (
  params: ParsedParams<M>,
) => Result<MethodResult<M>> | Promise<Result<MethodResult<M>>>

/** One handler a method. */
export type Handlers = { readonly [M in LibraryMethod]: Handler<M> }

const isLibraryMethod = (method: string): method is LibraryMethod => Object.hasOwn(libraryMethods, method)

/**
 * Checks the parameters against the contract and runs the handler; without one there is no open library. A bug in a handler throws on: the transport logs it
 * and answers `internal`. An `ExpectedFailure` thrown out of a transaction becomes the failure it carries.
 */
export async function dispatch(
  handlers: Partial<Handlers>,
  method: string,
  params: unknown,
): Promise<Result<unknown>> {
  if (!isLibraryMethod(method)) return fail('bad_request', method, 'no such method')
  return run(handlers, method, params)
}

async function run<M extends LibraryMethod>(
  handlers: Partial<Handlers>,
  method: M,
  params: unknown,
): Promise<Result<unknown>> {
  const checked = libraryMethods[method].params.safeParse(params ?? {})
  if (!checked.success) return fail('bad_request', method, z.prettifyError(checked.error))
  const handler: Handler<M> | undefined = handlers[method]
  if (!handler) return fail('library_not_open', undefined, method)
  try {
    // The schema just checked is the one the handler's type is derived from; TypeScript cannot follow the index.
    return await handler(checked.data as ParsedParams<M>)
  } catch (error) {
    if (error instanceof ExpectedFailure) return { ok: false, failure: error.failure }
    throw error
  }
}
