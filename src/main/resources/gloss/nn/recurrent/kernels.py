  def reversal(self: __torch__.Kernels, mask: Tensor) -> Tensor:
    rows = torch.size(mask, 0)
    columns = torch.size(mask, -1)
    lengths = torch.sum(torch.reshape(mask, [rows, columns]), [1], True)
    counted = torch.cumsum(torch.ones_like(torch.reshape(mask, [rows, columns]), dtype=4), 1)
    column = torch.sub(counted, 1)
    backwards = torch.where(torch.lt(column, lengths), torch.sub(lengths, counted), column)
    row = torch.mul(torch.sub(torch.cumsum(torch.ones_like(lengths), 0), 1), columns)
    return torch.reshape(torch.add(backwards, row), [-1])
  def reorder(self: __torch__.Kernels, x: Tensor, order: Tensor) -> Tensor:
    flat = torch.reshape(x, [-1, torch.size(x, -1)])
    return torch.reshape(torch.index_select(flat, 0, order), torch.size(x))
  def join(self: __torch__.Kernels, a: Tensor, b: Tensor) -> Tensor:
    return torch.cat([a, b], -1)
  def recur(self: __torch__.Kernels, x: Tensor, state: List[Tensor], parameters: List[Tensor], train: bool) -> List[Tensor]:
    if torch.eq(torch.len(state), 2):
      long, h, c = torch.lstm(x, [torch.unsqueeze(state[0], 0), torch.unsqueeze(state[1], 0)], parameters, True, 1, 0., train, False, True)
      result = [long, torch.squeeze(h, 0), torch.squeeze(c, 0)]
    else:
      gated, last = torch.gru(x, torch.unsqueeze(state[0], 0), parameters, True, 1, 0., train, False, True)
      result = [gated, torch.squeeze(last, 0)]
    return result
  def first_state(self: __torch__.Kernels, memory: Tensor, mask: Tensor, weight: Tensor, bias: Tensor, count: int) -> List[Tensor]:
    inside = torch.reshape(mask, [torch.size(memory, 0), -1, 1])
    total = torch.sum(torch.masked_fill(memory, torch.logical_not(inside), 0.), [1])
    mean = torch.div(total, torch.sum(inside, [1]))
    states = torch.tanh(torch.linear(mean, weight, bias))
    apart = torch.transpose(torch.reshape(states, [torch.size(memory, 0), count, -1]), 0, 1)
    return torch.unbind(torch.contiguous(apart), 0)
  def look(self: __torch__.Kernels, queries: Tensor, keys: Tensor, mask: Tensor, energy: Optional[Tensor]) -> Tensor:
    if energy is None:
      scores = torch.bmm(queries, torch.transpose(keys, 1, 2))
    else:
      sums = torch.add(torch.unsqueeze(queries, 2), torch.unsqueeze(keys, 1))
      scores = torch.matmul(torch.tanh(sums), energy)
    outside = torch.logical_not(torch.squeeze(mask, 1))
    return torch.softmax(torch.masked_fill(scores, outside, -inf), -1)
  def attend(self: __torch__.Kernels, h: Tensor, source: List[Tensor], query: Optional[Tensor], energy: Optional[Tensor], output: List[Tensor], rate: float) -> List[Tensor]:
    memory, keys, mask = source
    if query is None:
      queries = h
    else:
      queries = torch.linear(h, query)
    weights = (self).look(queries, keys, mask, energy)
    context = torch.bmm(weights, memory)
    vectors = torch.tanh(torch.linear(torch.cat([context, h], -1), output[0], output[1]))
    return [torch.dropout(vectors, rate, torch.gt(rate, 0.)), weights]
  def cell(self: __torch__.Kernels, gates: Tensor, state: List[Tensor], weight: Tensor, bias: Tensor) -> List[Tensor]:
    own = torch.linear(state[0], weight, bias)
    if torch.eq(torch.len(state), 2):
      i, f, g, o = torch.unsafe_chunk(torch.add(gates, own), 4, 1)
      c = torch.add(torch.mul(torch.sigmoid(f), state[1]), torch.mul(torch.sigmoid(i), torch.tanh(g)))
      result = [torch.mul(torch.sigmoid(o), torch.tanh(c)), c]
    else:
      r, z, n = torch.unsafe_chunk(gates, 3, 1)
      own_r, own_z, own_n = torch.unsafe_chunk(own, 3, 1)
      reset = torch.sigmoid(torch.add(r, own_r))
      keep = torch.sigmoid(torch.add(z, own_z))
      new = torch.tanh(torch.addcmul(n, reset, own_n))
      result = [torch.addcmul(new, keep, torch.sub(state[0], new))]
    return result
  def feed(self: __torch__.Kernels, x: Tensor, state: List[Tensor], parameters: List[Tensor], source: List[Tensor], query: Optional[Tensor], energy: Optional[Tensor], output: List[Tensor], rate: float) -> List[Tensor]:
    layers = torch.floordiv(torch.len(parameters), 4)
    width = torch.floordiv(torch.sub(torch.len(state), 1), layers)
    size = torch.size(x, -1)
    words = torch.linear(x, torch.narrow(parameters[0], 1, 0, size), parameters[2])
    fed = torch.narrow(parameters[0], 1, size, torch.size(state[0], -1))
    vectors = annotate(List[Tensor], [])
    weights = annotate(List[Tensor], [])
    for word in torch.unbind(words, 1):
      gates = torch.add(word, torch.linear(state[0], fed))
      next = annotate(List[Tensor], [])
      for layer in range(layers):
        first = torch.add(torch.mul(layer, width), 1)
        before = torch.slice(state, first, torch.add(first, width))
        at = torch.mul(layer, 4)
        if torch.gt(layer, 0):
          below = torch.dropout(next[-width], rate, torch.gt(rate, 0.))
          gates = torch.linear(below, parameters[at], parameters[torch.add(at, 2)])
        next = torch.add(next, (self).cell(gates, before, parameters[torch.add(at, 1)], parameters[torch.add(at, 3)]))
      top = torch.unsqueeze(next[-width], 1)
      heard = (self).attend(top, source, query, energy, output, rate)
      state = torch.add([torch.squeeze(heard[0], 1)], next)
      torch.append(vectors, heard[0])
      torch.append(weights, heard[1])
    return torch.add([torch.cat(vectors, 1), torch.cat(weights, 1)], state)
