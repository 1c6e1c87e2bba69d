"""Reference values for the search: the same instances as a mixed-integer program, solved by HiGHS.

    pip install highspy scipy
    cargo run --release -p seisin-exchange --example bench_search -- --export DIR
    python highs.py SECONDS DIR/*.txt

One binary variable a cell: whether it changes hands. Both territories are connected afterwards: a cell is in
a territory only if of every set of cells that parts it from the kept land behind at least one is in it too. Such
cuts are found by least cuts in the relaxation; then the program is solved, cut where what it found falls apart,
and solved again. Of thousands of cells that ends too late: they have a unit of flow to each cell instead, so that
nothing found falls apart. Only people are minimised, which costs half a person at most (the line's weight).
Prints name,value,bound,seconds; a value within a person or 0.1 % of its bound is the proven optimum.
"""
import sys, time
import highspy
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

SCALE = 100_000
PROVEN = 1e-3

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
        self.h.setOptionValue("mip_rel_gap", PROVEN)
        self.h.setOptionValue("threads", 2)
        low, high, least0, least1, person, km = self.wanted
        lo = [1.0 if r == "demanded" else 0.0 for r in self.role]
        hi = [0.0 if r == "kept" else 1.0 for r in self.role]
        self.cols = 0
        self.near = [[] for _ in range(self.n)]
        for i in range(self.n):
            self.var(person * self.people[i], lo[i], hi[i])
        for a, b, length in self.borders:
            self.near[a].append(b); self.near[b].append(a)
        first = [(i, self.area[i]) for i in range(self.n) if self.side[i] == 0 and hi[i]]
        second = [(i, self.area[i]) for i in range(self.n) if self.side[i] == 1 and hi[i]]
        self.row(least0, np.inf, first); self.row(least1, np.inf, second)
        self.row(0, np.inf, first + [(i, -low * a) for i, a in second])
        self.row(-np.inf, 0, first + [(i, -high * a) for i, a in second])
        self.cuts = set()

    def var(self, cost, lo, hi):
        self.h.addCol(cost, lo, hi, 0, np.array([], dtype=np.int32), np.array([]))
        self.cols += 1
        return self.cols - 1

    def row(self, lo, hi, terms):
        self.h.addRow(lo, hi, len(terms), np.array([t[0] for t in terms], dtype=np.int32),
                      np.array([float(t[1]) for t in terms]))

    def graph(self, territory):
        """Every cell as two nodes, in and out; arcs over borders from out to in."""
        rows, cols = [], []
        for i in range(self.n):
            rows.append(i); cols.append(self.n + i)
            for j in self.near[i]:
                rows.append(self.n + i); cols.append(j)
        return np.array(rows), np.array(cols)

    def separate(self, x, most, until):
        """Adds the cuts that these values break, until then; how many."""
        added = 0
        n = self.n
        for territory in (0, 1):
            y = np.array([x[i] if self.side[i] != territory else 1 - x[i] for i in range(n)])
            root = n - 2 + territory
            rows, cols = self.graph(territory)
            inner = cols == rows + n
            capacity = np.full(len(rows), 10 * SCALE, dtype=np.int32)
            capacity[inner] = np.maximum(0, np.round(y[rows[inner]] * SCALE)).astype(np.int32)
            capacity[(rows == root) & inner] = 1_000 * SCALE
            network = csr_matrix((capacity, (rows, cols)), shape=(2 * n, 2 * n), dtype=np.int32)
            for i in sorted(range(n), key=lambda i: -y[i] if self.side[i] != territory else 2 - y[i]):
                if added >= most or time.time() > until:
                    break
                if i == root or y[i] < 0.02 or root in self.near[i]:
                    continue
                # Own land whose neighbours are all wholly its side's is connected where they are.
                if self.side[i] == territory and all(y[j] > 0.999 for j in self.near[i]):
                    continue
                flow = maximum_flow(network, root, i)
                if flow.flow_value >= (y[i] - 0.02) * SCALE:
                    continue
                left = network - flow.flow
                left.data = (left.data > 0).astype(np.int32); left.eliminate_zeros()
                near_root = np.zeros(2 * n, bool); near_root[breadth_first_order(left, root, return_predecessors=False)] = True
                near_cell = np.zeros(2 * n, bool); near_cell[breadth_first_order(left.T.tocsr(), i, return_predecessors=False)] = True
                for cut in ([j for j in range(n) if near_root[j] and not near_root[n + j]],
                            [j for j in range(n) if near_cell[n + j] and not near_cell[j]]):
                    key = (territory, i, tuple(cut))
                    if root not in cut and key not in self.cuts:
                        self.cuts.add(key)
                        self.add_cut(territory, i, cut)
                        added += 1
        return added

    def add_cut(self, territory, i, cut):
        """y[i] <= the sum of y over the cut, with y = x for the other side's cells and 1 - x for its own."""
        terms, right = [], 0.0
        for j, sign in [(i, -1.0)] + [(j, 1.0) for j in cut]:
            if self.side[j] != territory:
                terms.append((j, sign))
            else:
                terms.append((j, -sign)); right -= sign
        self.row(right, np.inf, terms)

    def relax(self, until):
        """The relaxation with all cuts that can be found before then; the bound."""
        bound = -np.inf
        for _ in range(200):
            left = until - time.time()
            if left <= 0:
                break
            self.h.setOptionValue("time_limit", left + self.h.getRunTime())
            self.h.run()
            if self.h.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                break
            value = self.h.getInfo().objective_function_value
            bound = value
            if self.separate(self.h.getSolution().col_value, 150, until) == 0:
                break
        return bound

    def connect(self):
        """A unit of flow reaches every cell of a territory from the kept land behind it."""
        n = self.n
        for territory in (0, 1):
            main = n - 2 + territory
            into = [[] for _ in range(n)]; out = [[] for _ in range(n)]
            for a, b, _ in self.borders:
                for i, j in ((a, b), (b, a)):
                    if j != main:
                        v = self.var(0, 0, n)
                        into[j].append(v); out[i].append(v)
            for c in range(n):
                if c == main:
                    continue
                flow = [(v, 1) for v in into[c]] + [(v, -1) for v in out[c]]
                if self.side[c] != territory:
                    self.row(0, 0, flow + [(c, -1)])
                    self.row(-np.inf, 0, [(v, 1) for v in into[c]] + [(c, -n)])
                else:
                    self.row(1, 1, flow + [(c, 1)])
                    self.row(-np.inf, n, [(v, 1) for v in into[c]] + [(c, n)])

    def line(self, x):
        """What the line costs afterwards."""
        after = [self.side[i] ^ (1 if x[i] > 0.5 else 0) for i in range(self.n)]
        return self.wanted[5] * sum(km for a, b, km in self.borders if after[a] != after[b])

    def whole(self):
        for i in range(self.n):
            self.h.changeColIntegrality(i, highspy.HighsVarType.kInteger)

    def loose(self, x):
        """Pieces of a territory that do not contain its kept land behind."""
        after = [self.side[i] ^ (1 if x[i] > 0.5 else 0) for i in range(self.n)]
        seen, pieces = [False] * self.n, []
        for s in [self.n - 2, self.n - 1] + list(range(self.n)):
            if seen[s]:
                continue
            seen[s] = True; piece = [s]
            for c in piece:
                for o in self.near[c]:
                    if not seen[o] and after[o] == after[s]:
                        seen[o] = True; piece.append(o)
            if s < self.n - 2:
                pieces.append((after[s], piece))
        return pieces

    def run(self, until):
        self.h.setOptionValue("time_limit", max(1.0, until - time.time()) + self.h.getRunTime())
        self.h.run()
        info = self.h.getInfo()
        x = self.h.getSolution().col_value
        value = info.objective_function_value if x and abs(info.objective_function_value) < 1e20 else None
        return x, value, info.mip_dual_bound

def by_cuts(instance, seconds):
    """Solve, part what falls apart by cuts, solve again. Best value and bound."""
    until = time.time() + seconds
    p = Program(instance)
    bound, best = p.relax(time.time() + 0.3 * seconds), None
    p.whole()
    while time.time() < until:
        # Coarsely as long as what is found falls apart, and there is time to find better cuts.
        gap = 0.02 if best is None and until - time.time() > 0.5 * seconds else PROVEN
        p.h.setOptionValue("mip_rel_gap", gap)
        x, value, own = p.run(until)
        bound = max(bound, own)
        if value is None:
            break
        pieces = p.loose(x)
        if not pieces:
            whole = value + p.line(x)
            best = whole if best is None else min(best, whole)
            if gap <= PROVEN:
                break
        for territory, piece in pieces:
            inside = set(piece)
            edge = sorted({o for c in piece for o in p.near[c]} - inside)
            for c in piece:
                p.add_cut(territory, c, edge)
        p.separate(x, 300, until)
    return best, bound

def by_flow(instance, seconds):
    """With flow: whatever is found is connected. Best value and bound."""
    until = time.time() + seconds
    p = Program(instance)
    bound = p.relax(time.time() + 0.3 * seconds)
    p.connect(); p.whole()
    x, value, own = p.run(until)
    sound = value is not None and not p.loose(x)
    return (value + p.line(x) if sound else None), max(bound, own)

if __name__ == "__main__":
    seconds = float(sys.argv[1])
    for path in [a for a in sys.argv[2:] if not a.startswith("--")]:
        start = time.time()
        instance = read(path)
        how = by_cuts if len(instance[0]) < 500 else by_flow
        value, bound = how(instance, seconds)
        name = path.split("/")[-1].removesuffix(".txt")
        print(f"{name},{value},{bound},{time.time() - start:.1f}", flush=True)
