/** Names that languages and their usual libraries bring along: no source of ours needs to have them. */
export function isBuiltIn(name: string): boolean {
  builtIn ??= new Set([...ofRuntime(), ...others.split(' ')]);
  return builtIn.has(name);
}

let builtIn: ReadonlySet<string> | undefined;

/** Of the JavaScript that runs us: globals, their methods and those of what they make. */
function ofRuntime(): string[] {
  return Object.getOwnPropertyNames(globalThis).flatMap((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
    if ((typeof value !== 'function' && typeof value !== 'object') || value === null || value === globalThis) return [name];
    const made: unknown = Object.getOwnPropertyDescriptor(value, 'prototype')?.value;
    return [
      name,
      ...Object.getOwnPropertyNames(value),
      ...(typeof made === 'object' && made !== null ? Object.getOwnPropertyNames(made) : []),
    ];
  });
}

const others =
  'addEventListener removeEventListener querySelector querySelectorAll getElementById createElement appendChild preventDefault stopPropagation requestAnimationFrame cancelAnimationFrame requestIdleCallback localStorage sessionStorage readFile readFileSync writeFile writeFileSync execFile execSync spawnSync createReadStream createWriteStream createServer beforeEach afterEach beforeAll afterAll toEqual toBe toHaveBeenCalled useState useEffect useMemo useCallback useRef useContext useReducer useLayoutEffect useId createRoot forwardRef getServerSideProps getStaticProps generateStaticParams setup_method teardown_method is_instance has_attr get_attr set_attr isinstance issubclass hasattr getattr setattr delattr staticmethod classmethod print_function utc_now from_env to_string into_iter as_ref as_mut unwrap_or unwrap_or_else row_number dense_rank date_trunc json_agg array_agg string_agg gen_random_uuid now_utc current_timestamp std_err println_args printStackTrace toString valueOf hashCode getClass equalsIgnoreCase';
