// How a hook hears its agent and answers it: the surface may not touch file descriptors itself.
export { readStdin as readHookPayload, writeStdout as sayHookAnswer } from '#platform/process/stdin.ts';
