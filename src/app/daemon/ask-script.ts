import { hookStart } from '#agents/hook-wire.ts';
import { shellWord } from '#kernel/shell-word.ts';

/**
 * What the shell line of a wired hook hands over to (bash, 3.2 or later): asks the daemon at its port with what bash has built in, which
 * takes a fifth of a start of Node, and starts Node with the same payload where no whole answer comes in time. It asks only while the
 * process of this number runs: as long as that holds the port, nobody else can. A long payload is sent by a process apart, since
 * bash cannot stop waiting for a peer that does not read. Where that process is gone the file is, too: hooks then ask at the socket.
 */
export function askScript({ pid, port, token }: { pid: number; port: number; token: string }): string {
  const [flag, script] = hookStart;
  return `# Made by \`tackroom serve\`, and goes when that ends.
hook=$1 agent=$2 moment=$3 payload= answer= sender= wait=\${TACKROOM_WAIT_S:-2}
trap '' PIPE

# Before bash 5, \`read -N\` asks for each character apart, if it is there at all.
take() {
  local LC_ALL=C
  if [ "\${BASH_VERSINFO[0]}" -ge 5 ]; then IFS= read -r -N 99999999 payload; else payload=$(cat); fi
}
take 2>/dev/null

send() {
  printf 'POST /hook/%s/%s HTTP/1.1\\r\\nhost: 127.0.0.1:${port}\\r\\nconnection: close\\r\\n' "$agent" "$moment"
  printf 'authorization: Bearer ${token}\\r\\ntackroom-call: %s\\r\\ncontent-length: %s\\r\\n\\r\\n%s' "$$" "\${#payload}" "$payload"
}

ask() {
  local LC_ALL=C IFS= status line length=none
  kill -0 ${pid} || { rm -f "$0"; return 1; }
  exec 3<>/dev/tcp/127.0.0.1/${port} || return 1
  if [ \${#payload} -gt 50000 ]; then send >&3 </dev/null & sender=$!; else send >&3; fi
  read -r -t "$wait" -u 3 status || return 1
  case $status in
    'HTTP/1.1 204 '*) return 0 ;;
    'HTTP/1.1 200 '*) ;;
    *) return 1 ;;
  esac
  while read -r -t "$wait" -u 3 line && [ "$line" != $'\\r' ]; do
    case $line in [Cc]ontent-[Ll]ength:\\ *) length=\${line#*: } length=\${length%$'\\r'} ;; esac
  done
  case $length in *[!0-9]*) return 1 ;; esac
  if [ "\${BASH_VERSINFO[0]}" -ge 5 ]; then read -r -t "$wait" -u 3 -N "$length" answer; else read -r -t "$wait" -u 3 -d '' answer; fi
  [ "\${#answer}" = "$length" ]
}

if ask 2>/dev/null; then
  printf %s "$answer"
  exit 0
fi
[ -z "$sender" ] || kill "$sender" 2>/dev/null
exec 3>&-
TACKROOM_CALL=$$ NODE_EXTRA_CA_CERTS= exec node ${flag} ${shellWord(script)} "$hook" "$agent" "$moment" <<<"$payload"
`;
}
