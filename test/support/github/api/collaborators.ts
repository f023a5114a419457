import { permissionShape } from '../shape/user-shape.ts';
import { answer } from '../wire/answer.ts';
import { notFound } from '../wire/api-error.ts';
import { textIn } from '../wire/call.ts';
import type { Handlers } from './handlers.ts';

export const collaboratorHandlers: Handlers = {
  'repos/get-collaborator-permission-level': (call) => {
    const account = call.world.findAccount(textIn(call, 'username'));
    if (account === null) throw notFound();
    return answer(permissionShape(call.urls, account, call.repository.roleOf(account.login)));
  },
};
