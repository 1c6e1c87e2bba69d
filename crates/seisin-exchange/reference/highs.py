"""Reference values for the search: the same instances as a mixed-integer program, solved by HiGHS.

    pip install highspy
    cargo run --release -p seisin-exchange --example bench_search -- --export DIR
    python highs.py SECONDS DIR/*.txt

One binary variable a cell: whether it changes hands. Both territories are connected afterwards because
a unit of flow reaches each of their cells from the kept land behind them. Prints name,value,bound,seconds;
a value that equals its bound is the proven optimum.
"""
import sys, time
import highspy
import numpy as np

def read(path):
    side, area, people, role, borders = [], [], [], [], []
    for line in open(path):
        f = line.split()
        if f[0] == "cell":
            side.append(int(f[1])); area.append(float(f[2])); people.append(float(f[3])); role.append(f[4])
        elif f[0] == "border":
            borders.append((int(f[1]), int(f[2]), float(f[3])))
        else:
            wanted = [float(x) for x in f[1:]]
    return side, area, people, role, borders, wanted

class Program:
    def __init__(self, instance):
        self.side, self.area, self.people, self.role, self.borders, self.wanted = instance
        self.n = len(self.side)
        self.h = highspy.Highs()
        self.h.setOptionValue("output_flag", False)
        self.h.setOptionValue("mip_rel_gap", 1e-6)
        low, high, least0, least1, person, km = self.wanted
        lo = [1.0 if r == "demanded" else 0.0 for r in self.role]
        hi = [0.0 if r == "kept" else 1.0 for r in self.role]
        self.cols = 0
        for i in range(self.n):
            self.var(person * self.people[i], lo[i], hi[i], True)
        self.near = [[] for _ in range(self.n)]
        # d = 1 where the two cells of a border end up apart; after = side xor x
        for a, b, length in self.borders:
            self.near[a].append(b); self.near[b].append(a)
            if hi[a] == 0 and hi[b] == 0:
                continue
            d = self.var(km * length, 0, 1, False)
            s = 1 if self.side[a] == self.side[b] else 0
            # same side: d >= |xa - xb|; other side: d >= 1 - |xa - xb| (xa + xb - 1, 1 - xa - xb)
            if s:
                self.row(0, np.inf, [(d, 1), (a, -1), (b, 1)])
                self.row(0, np.inf, [(d, 1), (a, 1), (b, -1)])
            else:
                self.row(-1, np.inf, [(d, 1), (a, -1), (b, -1)])
                self.row(1, np.inf, [(d, 1), (a, 1), (b, 1)])
        self.fixed_line = sum(km * l for a, b, l in self.borders
                              if hi[a] == 0 and hi[b] == 0 and self.side[a] != self.side[b])
        first = [(i, self.area[i]) for i in range(self.n) if self.side[i] == 0 and hi[i]]
        second = [(i, self.area[i]) for i in range(self.n) if self.side[i] == 1 and hi[i]]
        self.row(least0, np.inf, first); self.row(least1, np.inf, second)
        self.row(0, np.inf, first + [(i, -low * a) for i, a in second])
        self.row(-np.inf, 0, first + [(i, -high * a) for i, a in second])

    def var(self, cost, lo, hi, integer):
        self.h.addCol(cost, lo, hi, 0, np.array([], dtype=np.int32), np.array([]))
        if integer:
            self.h.changeColIntegrality(self.cols, highspy.HighsVarType.kInteger)
        self.cols += 1
        return self.cols - 1

    def row(self, lo, hi, terms):
        self.h.addRow(lo, hi, len(terms), np.array([t[0] for t in terms], dtype=np.int32),
                      np.array([float(t[1]) for t in terms]))

    def solve(self, seconds):
        self.h.setOptionValue("time_limit", seconds + self.h.getRunTime())
        self.h.run()
        info = self.h.getInfo()
        x = self.h.getSolution().col_value
        return x, info.objective_function_value, info.mip_dual_bound

    def loose(self, x):
        """Pieces of a territory afterwards that do not contain its main kept land."""
        after = [self.side[i] ^ (1 if x[i] > 0.5 else 0) for i in range(self.n)]
        main = {self.side[i]: i for i in range(self.n - 2, self.n)}
        seen, pieces = [False] * self.n, []
        for s in [main[0], main[1]] + list(range(self.n)):
            if seen[s]:
                continue
            seen[s] = True; piece = [s]
            for c in piece:
                for o in self.near[c]:
                    if not seen[o] and after[o] == after[s]:
                        seen[o] = True; piece.append(o)
            if main[after[s]] != s:
                pieces.append((after[s], piece))
        return pieces

def by_flow(instance, seconds):
    p = Program(instance)
    n = p.n
    for territory in (0, 1):
        main = n - 2 + territory
        arcs = {}
        for a, b, _ in p.borders:
            for i, j in ((a, b), (b, a)):
                if j != main:
                    arcs[i, j] = p.var(0, 0, n, False)
        into = [[] for _ in range(n)]; out = [[] for _ in range(n)]
        for (i, j), v in arcs.items():
            into[j].append(v); out[i].append(v)
        for c in range(n):
            if c == main:
                continue
            other = p.side[c] != territory
            # is(c): x, or 1 - x. in - out = is(c); in <= n * is(c)
            flow = [(v, 1) for v in into[c]] + [(v, -1) for v in out[c]]
            if other:
                p.row(0, 0, flow + [(c, -1)])
                p.row(-np.inf, 0, [(v, 1) for v in into[c]] + [(c, -n)])
            else:
                p.row(1, 1, flow + [(c, 1)])
                p.row(-np.inf, n, [(v, 1) for v in into[c]] + [(c, n)])
    x, value, bound = p.solve(seconds)
    if not x or value > 1e20 or p.loose(x):
        return None, bound + p.fixed_line
    return value + p.fixed_line, bound + p.fixed_line

if __name__ == "__main__":
    seconds = float(sys.argv[1])
    for path in sys.argv[2:]:
        start = time.time()
        value, bound = by_flow(read(path), seconds)
        name = path.split("/")[-1].removesuffix(".txt")
        print(f"{name},{value},{bound},{time.time() - start:.1f}", flush=True)
