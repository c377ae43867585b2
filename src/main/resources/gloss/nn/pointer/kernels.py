  def known(self: __torch__.Kernels, ids: Tensor, vocabulary: int, unknown: int) -> Tensor:
    return torch.masked_fill(ids, torch.ge(ids, vocabulary), unknown)
  def scores(self: __torch__.Kernels, queries: Tensor, keys: Tensor) -> Tensor:
    q = torch.to(queries, 6)
    return torch.bmm(q, torch.transpose(torch.to(keys, 6), 1, 2)) / torch.sqrt(torch.size(q, 2))
  def point(self: __torch__.Kernels, queries: Tensor, keys: Tensor, mask: Tensor, covered: Tensor, coverage: Optional[Tensor]) -> List[Tensor]:
    fits = (self).scores(queries, keys)
    outside = torch.logical_not(torch.reshape(mask, [torch.size(fits, 0), 1, torch.size(fits, 2)]))
    if coverage is None:
      logs = torch.log_softmax(torch.masked_fill(fits, outside, -inf), -1)
      result = [logs, covered, torch.zeros([torch.size(fits, 0), torch.size(fits, 1)])]
    else:
      q = torch.to(queries, 6)
      pull = torch.matmul(q, coverage) / torch.sqrt(torch.size(q, 2))
      rows = annotate(List[Tensor], [])
      again = annotate(List[Tensor], [])
      seen = covered
      for t in range(torch.size(fits, 1)):
        fit = torch.select(fits, 1, t) + torch.unsqueeze(torch.select(pull, 1, t), 1) * seen
        log = torch.log_softmax(torch.masked_fill(fit, torch.squeeze(outside, 1), -inf), -1)
        a = torch.exp(log)
        _0 = torch.append(rows, log)
        _1 = torch.append(again, torch.sum(torch.minimum(a, seen), [1]))
        seen = seen + a
      result = [torch.stack(rows, 1), seen, torch.stack(again, 1)]
    return result
  def hear(self: __torch__.Kernels, logs: Tensor, vectors: Tensor) -> Tensor:
    return torch.bmm(torch.exp(logs), torch.to(vectors, 6))
  def gate(self: __torch__.Kernels, states: Tensor, heard: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.squeeze(torch.linear(torch.cat([torch.to(states, 6), heard], -1), weight, bias), -1)
  def rows_of(self: __torch__.Kernels, sources: Tensor, positions: Tensor, columns: int) -> Tensor:
    return torch.index_select(sources, 0, torch.floor_divide(positions, columns))
  def mixture(self: __torch__.Kernels, logits: Tensor, gates: Tensor, logs: Tensor, sources: Tensor, extended: int) -> Tensor:
    words = torch.log_softmax(torch.to(logits, 6), -1)
    vocabulary = torch.size(words, 1)
    rows = torch.size(words, 0)
    own = words + torch.unsqueeze(torch.log_sigmoid(gates), 1)
    # −1e30 and 1e-37 are finite, so that no gradient is 0 · ∞.
    generated = torch.cat([own, torch.full([rows, extended - vocabulary], -1e+30)], 1)
    shares = torch.exp(logs + torch.unsqueeze(torch.log_sigmoid(torch.neg(gates)), 1))
    copied = torch.scatter_add(torch.zeros([rows, extended]), 1, sources, shares)
    some = torch.gt(copied, 1e-37)
    both = torch.logaddexp(generated, torch.log(torch.clamp(copied, 1e-37, None)))
    mixed = torch.where(some, both, generated)
    return torch.masked_fill(mixed, torch.lt(mixed, -1e+29), -inf)
